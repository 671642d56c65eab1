import type { Temporal } from 'temporal-polyfill'
import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Thread, ThreadMessage } from '@/lib/domain/thread/pages'
import { dayOf } from '@/lib/domain/time/time'
import { dayAndTime, dayLong, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { UrgentAnswer } from './urgent-answer'

export type MessageActions = Record<'agenda' | 'note', FormAction>

type Props = {
  message: ThreadMessage
  before: ThreadMessage | undefined
  zone: string
  now: Temporal.Instant
  thread: Thread
  actions?: MessageActions
}

/** How long what to do at once stands below one's own message, hours. Ours. */
const freshHours = 24

/** One message: who, when, what; who of the others has read it. */
export function MessageLine({ message, before, zone, now, thread, actions }: Props) {
  const t = text('thread')
  const { by, at, words, photo, mine, side, urgent, reads } = message
  const day = dayOf(at, zone)
  const fresh = now.since(at).total('hours') < freshHours
  const own = side === (actions ? 'practice' : 'household')
  return (
    <>
      {(!before || !dayOf(before.at, zone).equals(day)) && (
        <li className="thread-day tiny">{dayLong(day, zone)}</li>
      )}
      <li id={`message-${message.id}`} className={`message-line ${own ? 'is-own' : ''}`}>
        <p className="tiny">
          <b>{mine ? t('you') : <bdi>{by}</bdi>}</b> <time dateTime={at.toString()}>{time(at, zone)}</time>
          {urgent.length > 0 && <Badge tone="brick">{t('urgent')}</Badge>}
        </p>
        {photo && (
          <a href={paths.threadPhoto(photo.id)} className="message-photo">
            <img
              src={paths.threadPhoto(photo.id, 'small')}
              alt={t('photoAlt', { name: by, when: dayAndTime(at, zone) })}
              width={photo.width}
              height={photo.height}
              loading="lazy"
            />
          </a>
        )}
        {words !== '' && (
          <p className="message-words" dir="auto">
            {words}
          </p>
        )}
        {own && reads.length === 0 && <p className="tiny">{t('notRead')}</p>}
        {own &&
          reads.map((one) => (
            <p key={one.by} className="tiny">
              {t('readBy', { by: one.by, when: whenIn(one.at, now, zone) })}
            </p>
          ))}
        {own && !actions && fresh && urgent.map((kind) => <UrgentAnswer key={kind} {...{ kind, thread }} />)}
        {actions && side === 'household' && <Uses message={message} actions={actions} />}
      </li>
    </>
  )
}

/** "18:04" today, "Thu 14 May, 18:04" before. */
const whenIn = (at: Temporal.Instant, now: Temporal.Instant, zone: string) =>
  dayOf(at, zone).equals(dayOf(now, zone)) ? time(at, zone) : dayAndTime(at, zone)

function Uses({ message, actions }: { message: ThreadMessage; actions: MessageActions }) {
  const t = text('thread')
  const agenda = message.uses.find(({ kind }) => kind === 'agenda')
  const note = message.uses.find(({ kind }) => kind === 'note')
  const fields = { messageId: message.id }
  return (
    <div className="message-uses no-print">
      {agenda ? (
        <span className="tiny">{t(agenda.done ? 'use.spoken' : 'use.onAgenda')}</span>
      ) : (
        <ActionButton action={actions.agenda} fields={fields} look="plain">
          {t('use.agenda')}
        </ActionButton>
      )}
      {note?.visitId ? (
        <a className="reach tiny" href={paths.note(note.visitId)}>
          {t('use.inNote')}
        </a>
      ) : (
        <ActionButton action={actions.note} fields={fields} look="plain">
          {t('use.note')}
        </ActionButton>
      )}
    </div>
  )
}
