import type { Temporal } from 'temporal-polyfill'
import { Section } from '@/components/ui/section'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { reveals: readonly { at: Temporal.Instant; by: string | null }[]; zone: string }

/** Who had the code shown and when, for the practice owner. */
export function Reveals({ reveals, zone }: Props) {
  const t = text('door')
  return (
    <Section title={t('reveals.title')}>
      <p className="tiny pt-3">{t('reveals.lead')}</p>
      {reveals.length === 0 && <p className="small quiet pt-3">{t('reveals.none')}</p>}
      <ul className="small pt-3">
        {reveals.map(({ at, by }) => (
          <li key={at.toString()}>
            <bdi>{t('reveals.one', { when: dayAndTime(at, zone), name: by ?? t('reveals.somebody') })}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  )
}
