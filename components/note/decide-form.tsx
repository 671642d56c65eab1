import type { ReactNode } from 'react'
import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { defaultsOf } from '@/lib/domain/form/defaults'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { NoteForWriting } from '@/lib/domain/note/pages'

type Props = { note: NoteForWriting; action: FormAction; children: ReactNode }

/** What next, for each animal: the assessment, then the consultant's own decision. */
export function DecideForm({ note, action, children }: Props) {
  const t = text('note')
  const animals = note.animals.map(({ decision, reason, pauseUntil, ticks }) => ({
    decision,
    reason,
    pauseUntil: pauseUntil?.toString(),
    ticks,
  }))
  return (
    <Form
      action={action}
      schema="noteDecisions"
      label={t('step.decide')}
      className="form note-form"
      defaults={defaultsOf({ animals: Object.fromEntries(animals.entries()) })}
    >
      <HiddenField name="visitId" value={note.visitId} />
      <HiddenField name="version" value={String(note.version)} />
      {children}
      <div className="form-acts">
        <Submit>{t('saveAndSign')}</Submit>
        <ButtonLink href={paths.note(note.visitId)} look="plain">
          {t('backToNote')}
        </ButtonLink>
      </div>
    </Form>
  )
}
