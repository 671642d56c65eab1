import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Check } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { VetSign } from '@/components/ui/signs'
import type { VetFlagRow } from '@/lib/domain/standing/overview'
import { dayInYear, monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = {
  flags: readonly VetFlagRow[]
  animalId: string
  zone: string
  /** What follows an open flag: a form, or the way to it. */
  children?: (flag: VetFlagRow) => ReactNode
}

/** What was seen that a vet should hear of, open ones first. Nothing is drawn where there never was one. */
export function VetFlags({ flags, animalId, zone, children }: Props) {
  const t = text('safety')
  if (flags.length === 0) return null
  return (
    <Section title={t('vet.title')} id="vet">
      {flags.some(({ closedAt }) => closedAt === null) && <p className="small pt-3">{t('vet.lead')}</p>}
      <ul className="side-list">
        {flags.map((flag) => (
          <li key={flag.id} className={flag.closedAt ? 'is-ok' : 'is-flag'}>
            {flag.closedAt ? <Check /> : <VetSign />}
            <span>
              <b>{text('observation')(`health.${flag.sign}`)}</b>
              <small dir="auto">{openedWords(flag, zone)}</small>
              <SeenIn flag={flag} animalId={animalId} />
              {flag.closedAt && (
                <small dir="auto">
                  {t('vet.closed', {
                    date: dayInYear(flag.closedAt, zone),
                    name: flag.closedBy ?? '',
                    note: flag.closingNote ?? '',
                  })}
                </small>
              )}
              {!flag.closedAt && children?.(flag)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function openedWords({ openedAt, openedBy, openedNote }: VetFlagRow, zone: string): string {
  const date = dayInYear(openedAt, zone)
  const t = text('safety')
  return openedBy === null
    ? t('vet.openSince', { date })
    : t('vet.openedBy', { date, name: openedBy, note: openedNote })
}

/** Every session that saw the sign while the question was open, each as a link. */
function SeenIn({ flag, animalId }: { flag: VetFlagRow; animalId: string }) {
  const t = text('safety')
  if (flag.seenIn.length === 0) return null
  return (
    <small>
      {t('vet.seenIn')}{' '}
      {flag.seenIn.map(({ id, day, voided }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={paths.session(animalId, id)}>{t('vet.session', { date: monthDay(day, 'UTC') })}</a>
          {voided && ` (${t('vet.voided')})`}
        </span>
      ))}
    </small>
  )
}

/** On the animal's page: the way to the form. */
export function CloseFlagLink({ animalId }: { animalId: string }) {
  return (
    <ButtonLink href={`${paths.animalSafety(animalId)}#vet`} look="plain">
      {text('safety')('vet.close')}
    </ButtonLink>
  )
}
