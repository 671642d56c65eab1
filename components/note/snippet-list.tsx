import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { snippetFields, type Snippet } from '@/lib/domain/note/snippet'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

type Actions = { keep: FormAction; remove: FormAction }
type Props = { snippets: readonly Snippet[]; actions: Actions | undefined }

/** The practice's snippets, by the field they are for; each opens to be changed. */
export function SnippetList({ snippets, actions }: Props) {
  const t = text('note')
  return (
    <div className="stack form">
      {actions && (
        <Section title={t('snippets.add')}>
          <SnippetForm key={snippets.length} action={actions.keep} label={t('snippets.add')} />
        </Section>
      )}
      {snippets.length === 0 && <p className="quiet">{t('snippets.none')}</p>}
      {snippetFields.map((field) => {
        const fitting = snippets.filter((snippet) => snippet.field === field)
        if (fitting.length === 0) return null
        return (
          <Section key={field} title={t(`snippets.fields.${field}`)} aside={fitting.length}>
            <ul className="rows">
              {fitting.map((snippet) => (
                <li key={snippet.id}>
                  <Kept snippet={snippet} actions={actions} />
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
    </div>
  )
}

function Kept({ snippet, actions }: { snippet: Snippet; actions: Actions | undefined }) {
  const t = text('note')
  const { id, name, body, version } = snippet
  return (
    <>
      <p dir="auto">
        <b>{name}</b> <span className="quiet">{body}</span>
      </p>
      {actions && (
        <Disclosure summary={t('snippets.changeOf', { name })}>
          <SnippetForm key={version} action={actions.keep} label={name} snippet={snippet} />
          <ActionButton action={actions.remove} fields={{ id }} look="plain">
            {t('snippets.removeOf', { name })}
          </ActionButton>
        </Disclosure>
      )}
    </>
  )
}

function SnippetForm({ action, label, snippet }: { action: FormAction; label: string; snippet?: Snippet }) {
  const t = text('note')
  const options = snippetFields.map((value) => ({ value, label: t(`snippets.fields.${value}`) }))
  const { name = '', field = 'seen', body = '' } = snippet ?? {}
  return (
    <Form action={action} schema="snippet" label={label} className="form" defaults={{ name, field, body }}>
      {snippet && <HiddenField name="id" value={snippet.id} />}
      {snippet && <HiddenField name="version" value={String(snippet.version)} />}
      <div className="field-pair">
        <TextField name="name" label={t('snippets.name')} required />
        <SelectField name="field" label={t('snippets.field')} options={options} />
      </div>
      <TextArea name="body" label={t('snippets.body')} rows={2} required />
      <div className="form-acts">
        <Submit look="quiet">{t('snippets.save')}</Submit>
      </div>
    </Form>
  )
}
