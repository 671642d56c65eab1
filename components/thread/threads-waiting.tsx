import { Section } from '@/components/ui/section'
import type { ThreadLine } from '@/lib/domain/thread/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { ThreadRows } from './thread-rows'

/** How many stand beside a day; their page has them all. Ours. */
const most = 4

/** Households that wait for an answer, beside the day; nothing where nobody does. */
export function ThreadsWaiting({ threads, zone }: { threads: readonly ThreadLine[]; zone: string }) {
  const t = text('thread')
  if (threads.length === 0) return null
  return (
    <Section
      title={t('today.title')}
      aside={<a href={paths.threads()}>{t('today.all')}</a>}
      className="no-print"
    >
      <ThreadRows threads={threads.slice(0, most)} zone={zone} />
    </Section>
  )
}
