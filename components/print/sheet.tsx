import type { ReactNode } from 'react'
import { Wordmark } from '@/components/shell/wordmark'
import { Button, ButtonLink } from '@/components/ui/button'
import { ChevronLeft, Printer } from '@/components/ui/icons'
import { text } from '@/lib/format/text'
import { QrCode } from './qr-code'

export type Paper = 'a4' | 'letter'

type Props = {
  paper: Paper
  /** Where the reader came from, and what it is called. Without it (a share link) there is no way back. */
  back?: { href: string; label: string }
  /** "A4, one page, fine in black and white" */
  hint?: string
  children: ReactNode
}

/** A page for the printer, shown on the screen as the sheet it will be. */
export function PrintSheet({ paper, back, hint, children }: Props) {
  return (
    <div className="desk">
      <nav className="desk-bar" aria-label={text('ui')('print')}>
        {back ? (
          <ButtonLink href={back.href} icon={ChevronLeft}>
            {back.label}
          </ButtonLink>
        ) : (
          <span />
        )}
        {hint && <span className="small quiet">{hint}</span>}
        <Button look="go" icon={Printer} data-print="">
          {text('ui')('print')}
        </Button>
      </nav>
      <main id="main" className={`paper paper-${paper} on-paper`}>
        {children}
      </main>
    </div>
  )
}

type LetterheadProps = {
  practice: string
  /** "Ines, cat behaviour at home" */
  from?: string
  /** Leads back to this page on a phone; `note` says until when. */
  code?: { value: string; label: string; note: ReactNode }
}

export function Letterhead({ practice, from, code }: LetterheadProps) {
  return (
    <header className="letterhead">
      <div className="letterhead-from">
        <Wordmark name={practice} />
        {from && <span>{from}</span>}
      </div>
      {code && (
        <div className="letterhead-code">
          <p>{code.note}</p>
          <QrCode value={code.value} label={code.label} />
        </div>
      )}
    </header>
  )
}
