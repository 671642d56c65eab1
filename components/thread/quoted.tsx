import type { QuotedMessage } from '@/lib/domain/note/pages'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** `quoted`: none in a day that was taken along before it knew of them. */
type Props = { note: { clientId: string; zone: string; quoted?: readonly QuotedMessage[] } }

/** From a note back to the messages that were put into it. */
export function Quoted({ note: { clientId, zone, quoted = [] } }: Props) {
  if (quoted.length === 0) return null
  return (
    <ul className="tiny">
      {quoted.map(({ messageId, seq, by, at }) => (
        <li key={messageId}>
          <a className="reach" href={paths.threadMessage(clientId, { messageId, seq })}>
            {text('thread')('agenda.from', { by, when: dayAndTime(at, zone) })}
          </a>
        </li>
      ))}
    </ul>
  )
}
