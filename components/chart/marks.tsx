import type { ReactNode } from 'react'
import type { SessionKind } from '@/components/ui/session-mark'

/** What a mark can be: a kind of session, or one of up to two series told apart by shape. */
export type Shape = SessionKind | 'disc' | 'ring' | 'square'

const shapes: Record<Shape, ReactNode> = {
  pass: <circle r="4.5" fill="var(--green)" />,
  short: <circle r="3.8" fill="var(--paper)" stroke="var(--ink-2)" strokeWidth="1.8" />,
  stress: <path d="M-5.8-4.5H5.8L0 5.8Z" fill="var(--amber)" />,
  red: (
    <path
      d="M-4 8v-17l12 5-12 5"
      fill="var(--brick)"
      stroke="var(--brick)"
      strokeWidth="2"
      strokeLinejoin="round"
    />
  ),
  disc: <circle r="4" fill="var(--green)" />,
  ring: <circle r="3.6" fill="var(--paper)" stroke="var(--green)" strokeWidth="1.8" />,
  square: <rect x="-4" y="-4" width="8" height="8" rx="1" fill="var(--ink)" />,
}

/** One thing on a chart, `at` a share of its width. The shape carries it, the colour repeats it. */
export function Mark({ shape, at, y }: { shape: Shape; at: number; y: number }) {
  return (
    <svg x={`${at}%`} y={y} width="1" height="1" overflow="visible">
      {shapes[shape]}
    </svg>
  )
}

/** What the shapes of a chart mean, and what else is to be known of it. */
export function ChartKey({
  items,
  more,
}: {
  items: readonly { shape: Shape; label: string }[]
  more?: string
}) {
  return (
    <p className="key">
      {items.map(({ shape, label }) => (
        <span key={shape}>
          <svg className="i" viewBox="-10 -10 20 20" aria-hidden="true">
            {shapes[shape]}
          </svg>
          {label}
        </span>
      ))}
      {more && <span>{more}</span>}
    </p>
  )
}
