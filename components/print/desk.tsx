import type { ReactNode } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { ChevronLeft, Download, Printer } from '@/components/ui/icons'
import type { Sheet } from '@/lib/domain/paper/sheet'
import { text } from '@/lib/format/text'
import { SheetBlocks } from './blocks'

type Props = {
  sheet: Sheet
  /** The size of the type in each part, as share of the usual. */
  sizes: readonly number[]
  /** Where the reader came from, and what it is called. Without it (a share link) there is no way back. */
  back?: { href: string; label: string }
  /** Address of the same sheet as PDF. */
  pdf: string
  /** What else can be done with it; not printed. */
  children?: ReactNode
}

/** A sheet on the desk: shown on the screen as the paper it will be, to print or to keep as PDF. */
export function Desk({ sheet, sizes, back, pdf, children }: Props) {
  const t = text('paper')
  return (
    <div className="desk">
      <nav className="desk-bar" aria-label={t('desk')}>
        {back ? (
          <ButtonLink href={back.href} icon={ChevronLeft}>
            {back.label}
          </ButtonLink>
        ) : (
          <span />
        )}
        <span className="small quiet">{t(`hint.${sheet.kind}`, { paper: t(`size.${sheet.paper}`) })}</span>
        <span className="desk-acts">
          {children}
          <ButtonLink href={pdf} icon={Download}>
            {t('pdf')}
          </ButtonLink>
          <Button look="go" icon={Printer} data-print="">
            {text('ui')('print')}
          </Button>
        </span>
      </nav>
      <main id="main" lang={sheet.language} className={`paper paper-${sheet.paper} on-paper`}>
        <SheetParts sheet={sheet} sizes={sizes} />
      </main>
    </div>
  )
}

/** What stands on a sheet, for the paper it lies on. */
export function SheetParts({ sheet, sizes }: Pick<Props, 'sheet' | 'sizes'>) {
  return (
    <>
      {sheet.parts.map(({ name, blocks }, index) => (
        <article
          key={index}
          className="sheet-part"
          aria-label={name}
          style={{ '--size': sizes[index] ?? 1 } as Record<string, number>}
        >
          <SheetBlocks blocks={blocks} />
        </article>
      ))}
      <p className="sheet-foot">{sheet.foot}</p>
    </>
  )
}
