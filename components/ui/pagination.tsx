import { text } from '@/lib/format/text'
import { ButtonLink } from './button'
import { ArrowLeft, ArrowRight } from './icons'

type Props = { previous?: string | undefined; next?: string | undefined; position?: string | undefined }

/** Addresses of the pages before and after; nothing is drawn where there is only one page. */
export function Pagination({ previous, next, position }: Props) {
  const t = text('ui')
  if (!previous && !next) return null
  return (
    <nav className="pages" aria-label={t('pages.label')}>
      <span>
        {previous && (
          <ButtonLink href={previous} rel="prev" icon={ArrowLeft}>
            {t('pages.previous')}
          </ButtonLink>
        )}
      </span>
      {position && <span className="small quiet">{position}</span>}
      <span>
        {next && (
          <ButtonLink href={next} rel="next">
            {t('pages.next')}
            <ArrowRight />
          </ButtonLink>
        )}
      </span>
    </nav>
  )
}
