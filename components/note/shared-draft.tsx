import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { HiddenField, SelectField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import type { NoteForWriting } from '@/lib/domain/note/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'

type Props = { note: NoteForWriting; memberId: string; actions: Record<'share' | 'stop', FormAction> }

/** Who writes on a draft: its author lets colleagues in, and both see it. A draft is shared once it is saved. */
export function SharedDraft({ note, memberId, actions }: Props) {
  const t = text('note')
  const { visitId, authorName: author, sharedWith, colleagues } = note
  if (note.noteId === null) return null
  if (!note.maySign) {
    if (!note.mayWrite) return null
    return (
      <Notice
        title={t('sharing.with', { names: listOf(sharedWith.map(({ name }) => name)) })}
        action={
          <ActionButton action={actions.stop} fields={{ visitId, memberId }} look="plain">
            {t('sharing.giveBack')}
          </ActionButton>
        }
      >
        {t('sharing.yours', { author })}
      </Notice>
    )
  }
  if (sharedWith.length + colleagues.length === 0) return null
  const names = listOf(sharedWith.map(({ name }) => name))
  return (
    <Disclosure summary={names === '' ? t('sharing.alone') : t('sharing.with', { names })}>
      <div className="form">
        <p className="field-hint">{t('sharing.hint')}</p>
        {sharedWith.map((colleague) => (
          <ActionButton
            key={colleague.memberId}
            action={actions.stop}
            fields={{ visitId, memberId: colleague.memberId }}
          >
            {t('sharing.stop', { name: colleague.name })}
          </ActionButton>
        ))}
        {colleagues.length > 0 && (
          <Form action={actions.share} schema="draftShare" label={t('sharing.alone')} className="form">
            <HiddenField name="visitId" value={visitId} />
            <SelectField
              name="memberId"
              label={t('sharing.colleague')}
              options={colleagues.map(({ memberId: value, name: label }) => ({ value, label }))}
            />
            <div className="form-acts">
              <Submit look="quiet">{t('sharing.share')}</Submit>
            </div>
          </Form>
        )}
      </div>
    </Disclosure>
  )
}
