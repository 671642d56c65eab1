import type { Temporal } from 'temporal-polyfill'
import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { OwnWaiting } from '@/lib/domain/waiting/pages'
import { stands } from '@/lib/domain/waiting/waiting'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { couldWords } from './could-words'

type Actions = Record<'accept' | 'decline' | 'leave', FormAction>
type Props = { waiting: readonly OwnWaiting[]; now: Temporal.Instant; actions: Actions }

/** What the household waits for; a time that is offered stands first, with its yes and no. */
export function OwnWaitings({ waiting, now, actions }: Props) {
  const t = text('waiting')
  if (waiting.length === 0) return null
  return (
    <Section title={t('own.title')} className="mb-8">
      <ul className="rows">
        {waiting.map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.serviceName}</b> <span className="quiet">· {couldWords(one)}</span>
            </p>
            {one.words !== '' && (
              <p className="small" dir="auto">
                {one.words}
              </p>
            )}
            {one.offer && stands(one.offer, now) ? (
              <Offered offer={one.offer} zone={one.zone} actions={actions} />
            ) : (
              <>
                <Lapsed {...one} />
                <ActionButton action={actions.leave} fields={{ id: one.id }} look="plain">
                  {t('own.leave')}
                </ActionButton>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type OfferProps = { offer: NonNullable<OwnWaiting['offer']>; zone: string; actions: Actions }

function Offered({ offer, zone, actions }: OfferProps) {
  const t = text('waiting')
  const { id, startsAt, until, consultantName } = offer
  return (
    <div className="message">
      <p>
        <b>{t('own.offer', { when: dayAndTime(startsAt, zone), consultant: consultantName })}</b>
      </p>
      <p className="small">
        {t('own.answer', { until: dayAndTime(until, zone) })} {t('own.keeps')}
      </p>
      <div className="acts pt-3">
        <ActionButton action={actions.accept} fields={{ id }} look="go">
          {t('own.accept')}
        </ActionButton>
        <ActionButton action={actions.decline} fields={{ id }}>
          {t('own.decline')}
        </ActionButton>
      </div>
    </div>
  )
}

/** What became of the last offer, so that a link in a mail leads to an answer. */
function Lapsed({ offer, zone }: OwnWaiting) {
  const t = text('waiting')
  if (!offer || !t.has(`own.lapsed.${offer.state}`)) return null
  return (
    <p className="small quiet">
      {t(`own.lapsed.${offer.state}`, { when: dayAndTime(offer.startsAt, zone) })}
    </p>
  )
}
