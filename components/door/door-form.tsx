import { Form } from '@/components/form/form'
import { HiddenField, TextArea, TextField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { doorParts, type DoorPart } from '@/lib/domain/door/schema'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = {
  door: Record<DoorPart, string> & { clientId: string; version: number; hasCode: boolean }
  action: FormAction
}

/** What there is to know at a door. The code goes in and never comes back out here. */
export function DoorForm({ door, action }: Props) {
  const t = text('door')
  const { clientId, version, hasCode, ...words } = door
  return (
    <Form
      action={action}
      schema="door"
      label={t('form.field')}
      defaults={{ ...words, version: String(version) }}
      className="form"
    >
      <HiddenField name="clientId" value={clientId} />
      <HiddenField name="version" value={String(version)} />
      {doorParts.map((part) => (
        <TextArea key={part} name={part} rows={2} label={t(`part.${part}`)} hint={t(`hint.${part}`)} />
      ))}
      <TextField
        name="code"
        label={t('form.code')}
        hint={t(hasCode ? 'form.codeKept' : 'form.codeNone')}
        autoComplete="off"
        className="field-short"
      />
      {hasCode && <TickField name="forget" label={t('form.forget')} />}
      <div className="form-acts">
        <Submit>{t('form.save')}</Submit>
        <ButtonLink look="plain" href={paths.client(clientId)}>
          {t('form.cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}
