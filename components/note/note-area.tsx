import { TextArea } from '@/components/form/inputs'
import type { Snippet, SnippetField } from '@/lib/domain/note/snippet'
import { text } from '@/lib/format/text'
import { SnippetBar } from './snippet-bar'

type Props = {
  of: SnippetField
  snippets: readonly Snippet[]
  name: string
  label: string
  hint?: string
  rows?: number
  className?: string
}

/** A field for whole sentences, with the practice's own for it underneath. */
export function NoteArea({ of, snippets, ...field }: Props) {
  const t = text('note')
  const fitting = snippets.filter((snippet) => snippet.field === of)
  return (
    <div className="note-area">
      <TextArea {...field} />
      {fitting.length > 0 && (
        <SnippetBar
          into={field.name}
          summary={t('snippets.bar')}
          insert={t('snippets.insert')}
          snippets={fitting.map(({ id, name, body }) => ({
            ...{ id, name, body },
            label: t('snippets.insertOf', { name }),
          }))}
        />
      )}
    </div>
  )
}
