import type { CSSProperties, ReactNode } from 'react'

export const walls = [1, 2, 3, 4] as const
export type Wall = (typeof walls)[number]

/** The arch on its step, the frame of every portrait. `size` is its width in px; children fill the arch. */
export function Doorway({
  size = 48,
  wall = 1,
  children,
}: {
  size?: number
  wall?: Wall
  children: ReactNode
}) {
  const style = { '--w': `${size}px`, '--wall': `var(--door-${wall})` } as CSSProperties
  return (
    <span className="door" style={style}>
      {children}
    </span>
  )
}
