import { Temporal } from 'temporal-polyfill'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { PenLine } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { consentKinds, consentsHolding, type ConsentKind } from '@/lib/domain/client/consents'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Shown = {
  id: string
  kind: ConsentKind
  given: boolean
  givenOn: string
  givenBy: string
  recordedBy: string
}
type Props = { records: readonly Shown[]; clientId: string; zone: string }

/** What the household agreed to: what holds now, and every record below it. */
export function Consents({ records, clientId, zone }: Props) {
  const t = text('client')
  const holding = consentsHolding(records)
  const day = (iso: string) => dayInYear(Temporal.PlainDate.from(iso), zone)
  return (
    <Section title={t('consent.title')}>
      <ul className="rows small">
        {consentKinds.map((kind) => {
          const record = holding.get(kind)
          return (
            <li key={kind} className="flex items-baseline justify-between gap-4">
              <span>
                {t(`consent.${kind}`)}
                {record && (
                  <span className="tiny block">
                    {day(record.givenOn)}, <bdi>{record.givenBy}</bdi>
                  </span>
                )}
              </span>
              {record ? <Said given={record.given} /> : <span className="tiny">{t('consent.none')}</span>}
            </li>
          )
        })}
      </ul>
      {records.length > 0 && (
        <Disclosure summary={t('consent.history')}>
          <p className="tiny">{t('consent.lead')}</p>
          <ol className="rows small" reversed>
            {records.toReversed().map((record) => (
              <li key={record.id}>
                {t(`consent.${record.kind}`)} <Said given={record.given} />
                <span className="tiny block">
                  {day(record.givenOn)}, <bdi>{record.givenBy}</bdi>,{' '}
                  {t('consent.recordedBy', { member: record.recordedBy })}
                </span>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
      <div className="acts mt-4">
        <ButtonLink icon={PenLine} href={paths.newConsent(clientId)}>
          {t('consent.write')}
        </ButtonLink>
      </div>
    </Section>
  )
}

function Said({ given }: { given: boolean }) {
  const t = text('client')
  return <Badge tone={given ? 'green' : 'amber'}>{t(given ? 'consent.saidYes' : 'consent.saidNo')}</Badge>
}
