import type { ReactNode } from 'react'
import type { Icon } from '@/components/ui/icon'

/** `aside`: what is said behind the word, as how much waits there. */
export type NavItem = { key: string; href: string; label: string; icon: Icon; aside?: ReactNode }

/** Main navigation: words in the masthead on wide screens, a bar for the thumb on the phone. */
export function Nav({
  label,
  items,
  current,
}: {
  label: string
  items: readonly NavItem[]
  current: string | undefined
}) {
  return (
    <nav className="nav tabs" aria-label={label}>
      {items.map(({ key, href, label: word, icon: Drawn, aside }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          <Drawn />
          {word}
          {aside}
        </a>
      ))}
    </nav>
  )
}
