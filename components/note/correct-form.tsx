import { Form } from '@/components/form/form'
import { HiddenField, TextArea, TextField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { isReadAtHome, nameOfField } from '@/lib/domain/note/correctable'
import type { Correction, NoteForWriting } from '@/lib/domain/note/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { correctedWords } from '@/lib/format/field-words'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { note: NoteForWriting; correction: Correction; action: FormAction }

const measures = new Set<string>([
  'weightGrams',
  'girthMm',
  'neckMm',
  'lengthMm',
  'twoFingers',
  'backOutTest',
])

/** What one field of a signed note should have said, beside what it says. */
export function CorrectForm({ note: { visitId, animals }, correction, action }: Props) {
  const t = text('note')
  const { field, signed, stands } = correction
  const name = nameOfField(field)
  const atHome = isReadAtHome(field)
  return (
    <Form
      action={action}
      schema="amendment"
      label={t('amend')}
      className="form"
      defaults={{ body: stands, ...(atHome && { shown: 'on' }) }}
    >
      <HiddenField name="visitId" value={visitId} />
      <HiddenField name="field" value={name} />
      <div>
        <h2 className="field-label">{correctedWords(name, animals)}</h2>
        <p className="small quiet">{t('correctSigned')}</p>
        <blockquote className="said-plain" dir="auto">
          {signed || '–'}
        </blockquote>
      </div>
      <TextArea
        name="body"
        label={t('correctBody')}
        hint={measures.has(field.key) ? t('correctMeasure') : undefined}
        rows={4}
      />
      <TextField name="reason" label={t('amendReason')} />
      {atHome ? (
        <TickField name="shown" label={t('amendShown')} />
      ) : (
        <p className="small quiet">{t('notForHousehold')}</p>
      )}
      <div className="form-acts">
        <Submit>{t('correctSave')}</Submit>
        <ButtonLink look="plain" href={paths.readNote(visitId)}>
          {t('reading.title')}
        </ButtonLink>
      </div>
    </Form>
  )
}
