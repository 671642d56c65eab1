import { ShownAgain } from '@/components/thread/shown-again'
import { ThreadView } from '@/components/thread/thread-view'
import { WriteForm, type WriteQuery } from '@/components/thread/write-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { sentence } from '@/lib/actions/sentence'
import { putIntoNote, putOnAgenda, writeToHousehold } from '@/lib/actions/thread'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { threadOf } from '@/lib/data/thread'
import { seqFrom } from '@/lib/domain/thread/schema'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('thread')('title') }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<WriteQuery & { before?: string }>
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const viewer = await requireMember()
  const { before, ...query } = await searchParams
  const { id: clientId } = await params
  const moment = now()
  const thread = await orNotFound(threadOf(viewer, { clientId, before: seqFrom(before) }, moment))
  const t = text('thread')
  return (
    <div className="rooms max-w-[46rem]">
      <Breadcrumb
        items={[
          { href: paths.threads(), label: t('title') },
          { href: paths.client(clientId), label: <bdi>{thread.household}</bdi> },
        ]}
      />
      <PageHead title={<bdi>{t('with', { name: thread.household })}</bdi>} lead={t('leadPractice')} />
      <ThreadView
        {...{ thread, now: moment }}
        olderHref={(seq) => paths.thread(clientId, { before: String(seq) })}
        newestHref={before && paths.thread(clientId)}
        actions={{ agenda: putOnAgenda, note: putIntoNote }}
      />
      <WriteForm
        {...{ thread, query }}
        side="practice"
        action={writeToHousehold}
        refusal={query.refused && sentence(query.refused)}
      />
      <ShownAgain />
    </div>
  )
}
