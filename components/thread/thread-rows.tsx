import { Badge } from '@/components/ui/badge'
import type { ThreadLine } from '@/lib/domain/thread/pages'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** Threads by household, whoever waits first; each with its last words. */
export function ThreadRows({ threads, zone }: { threads: readonly ThreadLine[]; zone: string }) {
  const t = text('thread')
  return (
    <ul className="rows thread-rows">
      {threads.map(({ clientId, household, by, at, words, withPhoto, unread, urgent }) => (
        <li key={clientId} className={urgent ? 'is-urgent' : undefined}>
          <p className="top">
            <b>
              <a className="reach" href={paths.thread(clientId)} dir="auto">
                {household}
              </a>
            </b>
            {urgent && <Badge tone="brick">{t('urgentBadge')}</Badge>}
            {unread > 0 && <Badge tone="green">{t('today.unread', { count: unread })}</Badge>}
          </p>
          <p className="thread-last" dir="auto">
            {words || (withPhoto && t('row.photo'))}
          </p>
          <p className="tiny">{t('row.last', { by, when: dayAndTime(at, zone) })}</p>
        </li>
      ))}
    </ul>
  )
}
