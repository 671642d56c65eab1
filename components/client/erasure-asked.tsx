import { Form } from '@/components/form/form'
import { HiddenField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { WhatGoes } from '@/components/data/what-goes'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { ErasureAsked } from '@/lib/domain/erasure/schema'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = {
  erasure: ErasureAsked
  household: string
  zone: string
  /** Who runs the practice answers; everybody else sees that it was asked. */
  mayAnswer: boolean
  actions: { confirm: FormAction; refuse: FormAction }
}

/** In the place of everything else: what was erased, and what is left. */
export function ErasedNotice() {
  const t = text('data')
  return (
    <div className="mb-8">
      <Notice tone="info" title={t('erasure.done')}>
        {t('erasure.doneLead')}
      </Notice>
    </div>
  )
}

/** A household asks to be erased: what that means, the name to be typed, or a reason why not. */
export function ErasureOfClient({ erasure, household, zone, mayAnswer, actions }: Props) {
  const t = text('data')
  const { id, askedBy, visitsAhead } = erasure
  const day = dayInYear(erasure.askedAt, zone)
  return (
    <Section title={t('erasure.asked')} className="mb-8">
      <p className="pt-3">{t('erasure.askedLead', { name: askedBy || 'none', day })}</p>
      <WhatGoes />
      {visitsAhead > 0 && (
        <div className="mt-4">
          <Notice tone="care">{t('refusal.visitsAhead', { count: visitsAhead })}</Notice>
        </div>
      )}
      {!mayAnswer && <p className="mt-4">{t('erasure.ownerAnswers')}</p>}
      {mayAnswer && visitsAhead === 0 && (
        <Form
          action={actions.confirm}
          schema="confirmErasure"
          label={t('erasure.confirm')}
          className="form mt-4"
        >
          <HiddenField name="id" value={id} />
          <TextField name="name" label={t('erasure.typeName', { household })} hint={t('erasure.forGood')} />
          <div className="form-acts">
            <Submit look="danger">{t('erasure.confirm')}</Submit>
          </div>
        </Form>
      )}
      {mayAnswer && (
        <Disclosure summary={t('erasure.no')}>
          <Form action={actions.refuse} schema="refuseErasure" label={t('erasure.no')} className="form">
            <HiddenField name="id" value={id} />
            <TextArea name="reason" label={t('erasure.reason')} hint={t('erasure.reasonHint')} />
            <div className="form-acts">
              <Submit>{t('erasure.answer')}</Submit>
            </div>
          </Form>
        </Disclosure>
      )}
    </Section>
  )
}
