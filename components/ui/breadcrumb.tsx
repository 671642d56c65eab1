import type { ReactNode } from 'react'
import { text } from '@/lib/format/text'
import { ChevronLeft } from './icons'

/** The way up, last one nearest. The page itself is the heading below and not repeated here. */
export function Breadcrumb({ items }: { items: readonly { href: string; label: ReactNode }[] }) {
  return (
    <nav className="crumbs" aria-label={text('ui')('crumbs')}>
      <ol>
        {items.map(({ href, label }, index) => (
          <li key={href}>
            {index === 0 && <ChevronLeft />}
            <a className="reach" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
