import { Section } from '@/components/ui/section'
import type { TodayPage } from '@/lib/domain/visit/pages'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** Households that ask to be erased, each to its page; nothing where none does. */
export function ErasuresWaiting({ erasures, zone }: Pick<TodayPage, 'erasures' | 'zone'>) {
  const t = text('data')
  if (erasures.length === 0) return null
  return (
    <Section title={t('erasure.waiting')} className="no-print">
      <ul className="requests">
        {erasures.map(({ clientId, household, askedAt }) => (
          <li key={clientId}>
            <a className="reach" href={paths.client(clientId)} dir="auto">
              {household}
            </a>
            <p className="small quiet">{t('erasure.since', { day: dayInYear(askedAt, zone) })}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
