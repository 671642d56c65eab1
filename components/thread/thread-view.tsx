import type { Temporal } from 'temporal-polyfill'
import { EmptyState } from '@/components/ui/empty-state'
import type { Thread } from '@/lib/domain/thread/pages'
import { text } from '@/lib/format/text'
import { MessageLine, type MessageActions } from './message-line'

type Props = {
  thread: Thread
  now: Temporal.Instant
  /** Where the messages before this one are. */
  olderHref: (seq: number) => string
  newestHref?: string | undefined
  /** For those who work here: what can become of a message. */
  actions?: MessageActions
}

/** A thread, the oldest message first. */
export function ThreadView({ thread, now, olderHref, newestHref, actions }: Props) {
  const t = text('thread')
  const { messages, more, zone } = thread
  const [first] = messages
  if (!first)
    return <EmptyState title={t('empty.title')}>{t(actions ? 'empty.practice' : 'empty.owner')}</EmptyState>
  return (
    <div className="thread">
      {more && (
        <p>
          <a className="reach small" href={olderHref(first.seq)}>
            {t('older')}
          </a>
        </p>
      )}
      <ol aria-label={t('list')}>
        {messages.map((message, nth) => (
          <MessageLine
            key={message.id}
            {...{ message, before: messages[nth - 1], zone, now, thread }}
            {...(actions && { actions })}
          />
        ))}
      </ol>
      {newestHref && (
        <p>
          <a className="reach small" href={newestHref}>
            {t('newest')}
          </a>
        </p>
      )}
    </div>
  )
}
