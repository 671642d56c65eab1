import type { ReactNode } from 'react'

/** A page for when the way ends: a closed door, a path going on beside it. Pure, so error pages can use it too. */
export function Lost({
  title,
  children,
  actions,
}: {
  title: string
  children: ReactNode
  actions: ReactNode
}) {
  return (
    <div className="lost">
      <svg className="scene" viewBox="0 0 300 150" aria-hidden="true">
        <path d="M10 132h280" stroke="var(--hairline)" strokeWidth="2" />
        <path d="M96 132V62a36 36 0 0 1 72 0v70Z" fill="var(--sheet)" stroke="var(--ink)" strokeWidth="2.5" />
        <path
          d="M108 74a24 24 0 0 1 48 0v14h-48ZM108 98h48v24h-48Z"
          fill="none"
          stroke="var(--line)"
          strokeWidth="1.5"
        />
        <circle cx="159" cy="94" r="2.4" fill="var(--ink)" />
        <path d="M76 133h112M64 142h136" stroke="var(--ink)" strokeWidth="3.5" strokeLinecap="round" />
        <g fill="none" stroke="var(--ink)" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
          <path
            d="M232 131c-6-14-2-28 8-33l-1-15 9 7c4-1 8-1 11 0l8-7 1 16c6 7 8 18 5 32Z"
            fill="var(--door-2)"
          />
          <path d="M273 130c14 2 18-8 12-16M245 104c1.2 1.6 3.6 1.6 4.8 0M258 104c1.2 1.6 3.6 1.6 4.8 0M252.5 110l1.5 1.2 1.5-1.2" />
        </g>
      </svg>
      <div>
        <h1>{title}</h1>
        {children}
      </div>
      <div className="acts">{actions}</div>
    </div>
  )
}
