import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { ChipsField, ChoiceField, HiddenField, SelectField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { FreedTime as Freed } from '@/lib/domain/waiting/pages'
import { answerTimes, offerOrders } from '@/lib/domain/waiting/schema'
import { dayAndTime, dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { freed: Freed; actions: Record<'offer' | 'withdraw', FormAction> }

/** The time a visit left: for whom of those who wait it fits, or how far its offers are. */
export function FreedTime({ freed, actions }: Props) {
  const t = text('waiting')
  const { from, zone, consultantName, offers, fits, visitId } = freed
  const isLive = offers.some(({ state }) => state === 'open' || state === 'next')
  const taken = offers.some(({ state }) => state === 'accepted')
  return (
    <Section title={t('freed.title')} className="pt-8">
      {!taken && !isLive && (
        <p className="pt-3">
          {t('freed.lead', { when: dayAndTime(from, zone), consultant: consultantName })}{' '}
          {fits.length === 0 && t('freed.none')}
        </p>
      )}
      {offers.length > 0 && <Offers offers={offers} />}
      {isLive && (
        <div className="pt-4">
          <ActionButton action={actions.withdraw} fields={{ visitId }}>
            {t('freed.withdraw')}
          </ActionButton>
        </div>
      )}
      {fits.length > 0 && <OfferForm visitId={visitId} fits={fits} action={actions.offer} />}
    </Section>
  )
}

function Offers({ offers }: Pick<Freed, 'offers'>) {
  const t = text('waiting')
  return (
    <ol className="rows" aria-label={t('freed.offers')}>
      {offers.map(({ id, household, state, startsAt, until, zone }) => (
        <li key={id}>
          <bdi>{household}</bdi>{' '}
          <span className="small quiet">
            {dayAndTime(startsAt, zone)} ·{' '}
            {t(`freed.state.${state}`, { until: until ? dayAndTime(until, zone) : '' })}
          </span>
        </li>
      ))}
    </ol>
  )
}

type FormProps = { visitId: string; fits: Freed['fits']; action: FormAction }

function OfferForm({ visitId, fits, action }: FormProps) {
  const t = text('waiting')
  const defaults = { minutes: '120', order: 'since', waitingIds: fits.map(({ id }) => id) }
  return (
    <Form
      action={action}
      schema="offerTime"
      label={t('freed.title')}
      defaults={defaults}
      className="form pt-3"
    >
      <HiddenField name="visitId" value={visitId} />
      <SelectField
        name="minutes"
        label={t('freed.minutes')}
        options={answerTimes.map((value) => ({ value, label: t(`freed.minutesOf.${value}`) }))}
      />
      <ul className="rows">
        {fits.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3">
            <div>
              <b>
                <bdi>{one.household}</bdi>
              </b>{' '}
              <span className="whitespace-nowrap">{dayAndTime(one.startsAt, one.zone)}</span>
              <p className="small quiet">{detail(one)}</p>
              {one.words !== '' && (
                <p className="small" dir="auto">
                  {one.words}
                </p>
              )}
            </div>
            <Submit name="only" value={one.id} look="quiet">
              {t('freed.offer', { household: one.household })}
            </Submit>
          </li>
        ))}
      </ul>
      {fits.length > 1 && (
        <Disclosure summary={t('freed.afterAnother')}>
          <div className="form pt-3">
            <ChipsField
              name="waitingIds"
              label={t('freed.households')}
              hint={t('freed.householdsHint')}
              look="rows"
              options={fits.map((one) => ({ value: one.id, label: one.household, hint: detail(one) }))}
            />
            <ChoiceField
              name="order"
              label={t('freed.order')}
              options={offerOrders.map((value) => ({ value, label: t(`freed.orderOf.${value}`) }))}
            />
            <div className="form-acts">
              <Submit>{t('freed.send')}</Submit>
            </div>
          </div>
        </Disclosure>
      )}
    </Form>
  )
}

const detail = ({ serviceName: service, added, since, zone }: Freed['fits'][number]) =>
  text('waiting')('freed.detail', { service, added, since: dayShort(since, zone) })
