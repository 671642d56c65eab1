import { Form } from '@/components/form/form'
import { HiddenField, TextArea } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

/** Taking a session out is rare and asks why: behind a line that opens. */
export function VoidForm({ sessionId, action }: { sessionId: string; action: FormAction }) {
  const t = text('session')
  return (
    <Disclosure summary={t('void.title')}>
      <Form action={action} schema="voidSession" label={t('void.title')} className="form form-part">
        <p className="small quiet">{t('void.lead')}</p>
        <HiddenField name="sessionId" value={sessionId} />
        <TextArea name="reason" label={t('void.reason')} rows={2} required />
        <div className="form-acts">
          <Submit look="quiet">{t('void.submit')}</Submit>
        </div>
      </Form>
    </Disclosure>
  )
}
