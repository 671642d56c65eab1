'use client'
import { useForm } from '@/components/form/form-context'
import { Disclosure } from '@/components/ui/disclosure'

type Props = {
  /** The field they go into. */
  into: string
  summary: string
  insert: string
  snippets: readonly { id: string; name: string; body: string; label: string }[]
}

/** The words, to be read and copied; with JavaScript one tap puts them where the cursor is. */
export function SnippetBar({ into, summary, insert, snippets }: Props) {
  const { id } = useForm()
  const put = (words: string) => {
    const field = document.getElementById(`${id}-${into}`)
    if (!(field instanceof HTMLTextAreaElement)) return
    const { selectionStart: from, selectionEnd: to, value } = field
    const apart = from > 0 && !/\s$/.test(value.slice(0, from)) ? ' ' : ''
    field.setRangeText(`${apart}${words}`, from, to, 'end')
    // As if it had been typed: the form and everything that follows it hear of it.
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }
  return (
    <Disclosure summary={summary}>
      <ul className="rows snippets">
        {snippets.map(({ id: key, name, body, label }) => (
          <li key={key}>
            <span dir="auto">
              <b>{name}</b> <span className="quiet">{body}</span>
            </span>
            <button type="button" className="btn btn-plain" aria-label={label} onClick={() => put(body)}>
              {insert}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
