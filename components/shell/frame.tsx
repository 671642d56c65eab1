import type { CSSProperties, ReactNode } from 'react'
import { languageOf } from '@/lib/domain/account/locale'
import { locale } from '@/lib/format/locale'
import { text } from '@/lib/format/text'
import { Wordmark } from './wordmark'

export type PageWidth = 'page' | 'wide' | 'home'
const widths: Record<PageWidth, string> = { page: '76rem', wide: '84rem', home: '66rem' }

type Props = { homeHref: string; width: PageWidth; nav: ReactNode; end: ReactNode; children: ReactNode }

/** Masthead, skip link and main, shared by the signed-in shells. */
export function Frame({ homeHref, width, nav, end, children }: Props) {
  return (
    <div lang={languageOf(locale())} style={{ '--shell': widths[width] } as CSSProperties}>
      <SkipLink />
      <header className="mast">
        <div className="mast-in">
          <Wordmark href={homeHref} />
          {nav}
          <div className="mast-end">{end}</div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page">
        {children}
      </main>
    </div>
  )
}

export function SkipLink() {
  return (
    <a className="skip" href="#main">
      {text('shell')('skip')}
    </a>
  )
}
