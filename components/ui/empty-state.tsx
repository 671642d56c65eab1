import type { ReactNode } from 'react'

type Props = {
  /** What will stand here, in a few words. */
  title: ReactNode
  /** The next step, in one or two sentences. */
  children: ReactNode
  action?: ReactNode
}

/** Nothing here yet: an open door on a step, and the way on. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="empty">
      <svg viewBox="0 0 120 110" aria-hidden="true">
        <path
          d="M36 92V44a24 24 0 0 1 48 0v48Z"
          fill="var(--amber-soft)"
          stroke="var(--ink)"
          strokeWidth="2"
        />
        <path
          d="M36 92V44a24 24 0 0 1 9-18.8l22 11V98Z"
          fill="var(--sheet)"
          stroke="var(--ink)"
          strokeWidth="2"
          strokeLinejoin="round"
        />
        <circle cx="60" cy="66" r="2" fill="var(--ink)" />
        <path d="M14 93h92M6 102h108" stroke="var(--ink)" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      <div>
        <p className="empty-title">{title}</p>
        <p className="quiet">{children}</p>
        {action && <div className="acts">{action}</div>}
      </div>
    </div>
  )
}
