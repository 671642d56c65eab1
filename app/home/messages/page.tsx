import { OfficeLines } from '@/components/thread/office-lines'
import { ShownAgain } from '@/components/thread/shown-again'
import { ThreadView } from '@/components/thread/thread-view'
import { WriteForm, type WriteQuery } from '@/components/thread/write-form'
import { PageHead } from '@/components/ui/section'
import { sentence } from '@/lib/actions/sentence'
import { writeFromHome } from '@/lib/actions/thread'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { officeHoursFor } from '@/lib/data/office-hours'
import { threadOf } from '@/lib/data/thread'
import { seqFrom } from '@/lib/domain/thread/schema'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('thread')('title'))

type Props = { searchParams: Promise<WriteQuery & { before?: string }> }

export default async function OwnerThreadPage({ searchParams }: Props) {
  const viewer = await requireGuardian()
  const { before, ...query } = await searchParams
  const moment = now()
  const { clientId, practiceName: practice } = viewer
  const thread = await orNotFound(threadOf(viewer, { clientId, before: seqFrom(before) }, moment))
  const office = await officeHoursFor(viewer, moment)
  const t = text('thread')
  const view = { thread, now: moment }
  return (
    <>
      <PageHead title={t('title')} lead={t('lead', { practice })} />
      <OfficeLines {...view} office={office} />
      <ThreadView
        {...view}
        olderHref={(seq) => paths.homeThread({ before: String(seq) })}
        newestHref={before && paths.homeThread()}
      />
      <WriteForm
        {...{ thread, query }}
        side="household"
        action={writeFromHome}
        refusal={query.refused && sentence(query.refused)}
      />
      <ShownAgain />
    </>
  )
}
