import type { Icon } from '@/components/ui/icon'

export type NavItem = { key: string; href: string; label: string; icon: Icon }

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
      {items.map(({ key, href, label: word, icon: Drawn }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          <Drawn />
          {word}
        </a>
      ))}
    </nav>
  )
}
