import { ThreadRows } from '@/components/thread/thread-rows'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/section'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { threadList } from '@/lib/data/thread-list'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('thread')('title') }

export default async function ThreadsPage() {
  const viewer = await requireMember()
  const threads = await orNotFound(threadList(viewer))
  const t = text('thread')
  return (
    <div className="max-w-[46rem]">
      <PageHead title={t('title')} />
      {threads.length === 0 ? (
        <EmptyState
          title={t('empty.list')}
          action={<ButtonLink href={paths.clients()}>{text('client')('title')}</ButtonLink>}
        >
          {t('empty.listLead')}
        </EmptyState>
      ) : (
        <ThreadRows threads={threads} zone={viewer.zone} />
      )}
    </div>
  )
}
