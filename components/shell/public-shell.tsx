import type { CSSProperties, ReactNode } from 'react'
import { languageOf, locales } from '@/lib/domain/account/locale'
import { locale } from '@/lib/format/locale'
import { languageName } from '@/lib/format/locale-name'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { SkipLink } from './frame'
import { ThemeToggle } from './theme-toggle'
import { Wordmark } from './wordmark'

const widths = { open: '44rem', wide: '66rem' } as const

type Props = {
  /** The practice's name on shared pages; the house's own otherwise. */
  name?: string
  /** `sheet`: one thing to do, on a step. `open`, `wide`: a page of its own width, as a shared progress page. */
  form?: 'sheet' | 'open' | 'wide'
  footer?: ReactNode
  children: ReactNode
}

/** Other languages, each by its own name; the way back is the page it was chosen on. */
function Languages() {
  return (
    <ul className="porch-languages">
      {locales
        .filter((one) => one !== 'en-US' && languageOf(one) !== languageOf(locale()))
        .map((one) => (
          <li key={one}>
            <a className="reach" href={paths.language(one)} lang={languageOf(one)} hrefLang={languageOf(one)}>
              {languageName(languageOf(one))}
            </a>
          </li>
        ))}
    </ul>
  )
}

/** In front of the door: sign-in, set-up, share links. */
export function PublicShell({ name, form = 'sheet', footer, children }: Props) {
  return (
    <div
      className="porch"
      lang={languageOf(locale())}
      style={(form === 'sheet' ? {} : { '--porch': widths[form] }) as CSSProperties}
    >
      <SkipLink />
      <header>
        {name ? <Wordmark name={name} /> : <Wordmark href={paths.landing()} />}
        <ThemeToggle />
      </header>
      <main id="main" tabIndex={-1}>
        {form === 'sheet' ? (
          <>
            <div className="porch-sheet">{children}</div>
            <div className="porch-step" />
            <div className="porch-step" />
          </>
        ) : (
          children
        )}
      </main>
      <footer>
        <p>{footer ?? text('shell')('footer')}</p>
        <Languages />
      </footer>
    </div>
  )
}
