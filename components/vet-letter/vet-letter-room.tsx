import { Form } from '@/components/form/form'
import { HiddenField, TextArea } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { DaysField } from '@/components/share/days-field'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import { usualLetterDays, type VetLetterStart } from '@/lib/domain/vet-letter/letter'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** Where a letter to the vet is written, once the household agreed to it. */
export function VetLetterRoom({ start, write }: { start: VetLetterStart; write: FormAction }) {
  const t = text('share')
  const { animal, clientId, allowed, mayWrite } = start
  return (
    <div className="share-room">
      <PageHead title={t('vet.titleOf', { name: animal.name })} lead={t('vet.lead')} />
      <div className="stack">
        {!mayWrite ? (
          <Notice>{t('vet.notAllowed')}</Notice>
        ) : allowed ? (
          <LetterForm start={start} write={write} />
        ) : (
          <Notice
            tone="care"
            action={<ButtonLink href={paths.client(clientId)}>{t('vet.toConsent')}</ButtonLink>}
          >
            {t('vet.noConsent')}
          </Notice>
        )}
        <p className="small">
          <a href={paths.animalShare(animal.id)}>{t('vet.before')}</a>
        </p>
      </div>
    </div>
  )
}

function LetterForm({ start: { animal, seen, asked }, write }: { start: VetLetterStart; write: FormAction }) {
  const t = text('share')
  return (
    <Form
      action={write}
      schema="vetLetter"
      label={t('vet.title')}
      className="form"
      defaults={{ seen, asked, days: String(usualLetterDays) }}
    >
      <HiddenField name="animalId" value={animal.id} />
      <TextArea name="seen" label={t('vet.seen')} hint={t('vet.seenHint')} rows={7} required />
      <TextArea name="asked" label={t('vet.asked')} hint={t('vet.askedHint')} rows={3} />
      <DaysField label={t('vet.days')} hint={t('vet.daysHint')} />
      <div className="form-acts">
        <Submit>{t('vet.write')}</Submit>
      </div>
    </Form>
  )
}
