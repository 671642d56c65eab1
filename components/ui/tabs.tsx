import type { ReactNode } from 'react'

export type TabLink = { key: string; href: string; label: ReactNode; count?: number }

/** Views of the same thing, as links: they work with the back button and without script. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly TabLink[]; current: string }) {
  return (
    <nav className="views" aria-label={label}>
      {tabs.map(({ key, href, label: word, count }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          {word}
          {count !== undefined && <span className="count">{count}</span>}
        </a>
      ))}
    </nav>
  )
}

/** Two to four views of one page in a box: day, week, list. */
export function Flip({ label, tabs, current }: { label: string; tabs: readonly TabLink[]; current: string }) {
  return (
    <nav className="flip" aria-label={label}>
      {tabs.map(({ key, href, label: word }) => (
        <a key={key} href={href} aria-current={key === current ? 'true' : undefined}>
          {word}
        </a>
      ))}
    </nav>
  )
}
