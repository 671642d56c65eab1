import { Notice } from '@/components/ui/notice'
import type { ThreadLine } from '@/lib/domain/thread/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** Above the day: households that wrote what cannot wait, until somebody answers. */
export function UrgentThreads({ threads }: { threads: readonly ThreadLine[] }) {
  const urgent = threads.filter((one) => one.urgent)
  if (urgent.length === 0) return null
  return (
    <Notice tone="flag" title={text('thread')('urgentBadge')}>
      <ul>
        {urgent.map(({ clientId, household }) => (
          <li key={clientId}>
            <a className="reach" href={paths.thread(clientId)} dir="auto">
              {household}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
