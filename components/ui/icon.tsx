import type { ReactNode } from 'react'

export type IconProps = {
  className?: string
  /** What it says to those who cannot see it. Without it the drawing is decoration beside a word. */
  label?: string
}
export type Icon = (props: IconProps) => ReactNode

/** Makes an icon of a 24 x 24 drawing (or of another box). A plain function: no hooks, no script in the page. */
export function icon(drawing: ReactNode, viewBox = '0 0 24 24'): Icon {
  return function DrawnIcon({ className, label }) {
    const name = className ? `i ${className}` : 'i'
    return label === undefined ? (
      <svg className={name} viewBox={viewBox} aria-hidden="true">
        {drawing}
      </svg>
    ) : (
      <svg className={name} viewBox={viewBox} role="img" aria-label={label}>
        {drawing}
      </svg>
    )
  }
}
