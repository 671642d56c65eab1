import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { DoorCard } from '@/lib/domain/door/page'
import { doorParts } from '@/lib/domain/door/schema'
import { minutes } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** What is written down about the way in, in the order one needs it. */
export function DoorWords({ card, edits = true }: { card: DoorCard; edits?: boolean }) {
  const t = text('door')
  const parking = [
    card.parking,
    card.parkingMinutes === null ? '' : t('parkingMinutes', { minutes: minutes(card.parkingMinutes) }),
  ]
    .filter(Boolean)
    .join('\n')
  const rows = [
    ...doorParts.slice(0, 1).map((part) => [t(`part.${part}`), parking] as const),
    [t('access'), card.accessNotes] as const,
    ...doorParts.slice(1).map((part) => [t(`part.${part}`), card[part]] as const),
  ].filter(([, words]) => words !== '')
  return (
    <Section title={t('getIn')}>
      {rows.length === 0 && <p className="small quiet pt-3">{t('empty')}</p>}
      <dl className="door-words">
        {rows.map(([term, words]) => (
          <div key={term}>
            <dt className="door-part">{term}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
      {edits && (
        <div className="acts no-print pt-4">
          <ButtonLink href={paths.doorOf(card.clientId)}>
            {t(rows.length === 0 ? 'write' : 'edit')}
          </ButtonLink>
        </div>
      )}
    </Section>
  )
}
