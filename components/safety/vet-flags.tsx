import type { ReactNode } from 'react'
import { Form } from '@/components/form/form'
import { HiddenField, TextArea } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Check } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { VetSign } from '@/components/ui/signs'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { VetFlagRow } from '@/lib/domain/standing/overview'
import { dayInYear } from '@/lib/format/dates'
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
  const t = text('session')
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
              <small dir="auto">
                {flag.closedAt
                  ? t('vet.closed', {
                      date: dayInYear(flag.closedAt, zone),
                      name: flag.closedBy ?? '',
                      note: flag.closingNote ?? '',
                    })
                  : t('vet.open', { date: dayInYear(flag.openedAt, zone) })}
                {flag.sessionId && (
                  <>
                    , <a href={paths.session(animalId, flag.sessionId)}>{t('vet.seenIn')}</a>
                  </>
                )}
              </small>
              {!flag.closedAt && children?.(flag)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** On the animal's page: the way to the form. */
export function CloseFlagLink({ animalId }: { animalId: string }) {
  return (
    <ButtonLink href={`${paths.animalSafety(animalId)}#vet`} look="plain">
      {text('session')('vet.close')}
    </ButtonLink>
  )
}

export function CloseFlagForm({ flag, action }: { flag: VetFlagRow; action: FormAction }) {
  const t = text('session')
  const sign = text('observation')(`health.${flag.sign}`)
  return (
    <Form
      action={action}
      schema="closeVetFlag"
      label={`${t('vet.close')}: ${sign}`}
      className="form form-part"
    >
      <HiddenField name="flagId" value={flag.id} />
      <TextArea name="note" label={t('vet.note')} rows={2} required />
      <div className="form-acts">
        <Submit look="quiet">{t('vet.answer')}</Submit>
      </div>
    </Form>
  )
}
