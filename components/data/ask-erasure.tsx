import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { HiddenField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { OwnErasure } from '@/lib/domain/erasure/schema'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { WhatGoes } from './what-goes'

type Props = {
  erasure: OwnErasure
  clientId: string
  zone: string
  actions: { ask: FormAction; withdraw: FormAction }
}

/** What would go, what would stay and why; then the wish, which can be taken back until it is answered. */
export function AskErasure({ erasure, clientId, zone, actions }: Props) {
  const t = text('data')
  const { latest, practice, mayAsk, mainPerson } = erasure
  const day = latest && dayInYear(latest.askedAt, zone)
  const waits = latest?.state === 'asked'
  return (
    <Section title={t('erase')}>
      {latest && waits && (
        <div className="mb-4">
          <Notice
            tone="care"
            title={t('erasure.waits', { practice: practice.name })}
            action={
              mayAsk && (
                <ActionButton action={actions.withdraw} fields={{ id: latest.id }}>
                  {t('erasure.withdraw')}
                </ActionButton>
              )
            }
          >
            {t('erasure.waitsLead', { day: day ?? '' })}
          </Notice>
        </div>
      )}
      {latest?.state === 'refused' && (
        <div className="mb-4">
          <Notice tone="info" title={t('erasure.refused', { practice: practice.name })}>
            <span dir="auto">{latest.answer}</span>
          </Notice>
        </div>
      )}
      <p>{t('eraseLead', { practice: practice.name })}</p>
      <WhatGoes />
      <p className="small quiet mt-2">{t('backups')}</p>
      {!mayAsk && <p className="mt-4">{t('erasure.askMain', { name: mainPerson })}</p>}
      {mayAsk && !waits && (
        <Form action={actions.ask} schema="askErasure" label={t('erase')} className="form mt-4">
          <HiddenField name="clientId" value={clientId} />
          <TickField name="read" label={t('erasure.read')} />
          <div className="form-acts">
            <Submit look="danger">{t('erasure.ask')}</Submit>
          </div>
        </Form>
      )}
    </Section>
  )
}
