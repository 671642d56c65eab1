import { Form } from '@/components/form/form'
import { TextArea, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { protocolBytes } from '@/lib/domain/protocol/interchange'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { ImportFile } from './import-file'
import { ImportProblems } from './import-problems'

/** A file or its text; what is wrong with it is listed by path, and stays to be mended right here. */
export function ImportForm({ action }: { action: FormAction }) {
  const t = text('protocol')
  return (
    <Form action={action} schema="importProtocol" label={t('importTitle')} className="form import-form">
      <ImportProblems label={t('importProblems')} />
      <ImportFile
        label={t('importFile')}
        hint={t('importFileHint')}
        into="text"
        most={protocolBytes}
        tooLarge={text('errors')('tooManyBytes')}
      />
      <TextArea name="text" label={t('importText')} rows={12} />
      <TickField name="replace" label={t('replace')} />
      <div className="form-acts">
        <Submit>{t('importSubmit')}</Submit>
        <ButtonLink href={paths.protocols()} look="plain">
          {t('all')}
        </ButtonLink>
      </div>
    </Form>
  )
}
