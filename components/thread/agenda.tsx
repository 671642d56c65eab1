import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { AgendaItem } from '@/lib/domain/thread/pages'
import { dayAndTime, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { items: readonly AgendaItem[]; zone: string; action: FormAction }

/** What the household wrote that is to be spoken of, ticked off one by one; nothing where there is nothing. */
export function Agenda({ items, zone, action }: Props) {
  const t = text('thread')
  if (items.length === 0) return null
  return (
    <Section title={t('agenda.title')}>
      <ul className="agenda">
        {items.map(({ messageId, seq, clientId, words, by, at, doneAt }) => (
          <li key={messageId} className={doneAt ? 'is-done' : undefined}>
            <p className="message-words" dir="auto">
              {words || t('row.photo')}
            </p>
            <p className="tiny">
              <a className="reach" href={paths.threadMessage(clientId, { messageId, seq })}>
                {t('agenda.from', { by, when: dayAndTime(at, zone) })}
              </a>
            </p>
            {doneAt && <p className="tiny">{t('agenda.isDone', { when: time(doneAt, zone) })}</p>}
            <ActionButton
              action={action}
              fields={{ messageId, done: doneAt ? 'no' : 'yes' }}
              look={doneAt ? 'plain' : 'quiet'}
            >
              {t(doneAt ? 'agenda.undo' : 'agenda.done')}
            </ActionButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
