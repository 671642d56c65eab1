import type { Metadata } from 'next'
import { FeedRoom } from '@/components/feed/feed-room'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { chooseForOwnFeed, endOwnFeed, makeOwnFeed } from '@/lib/actions/feed'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { feedOf } from '@/lib/data/feed'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('feed')
export const metadata: Metadata = { title: t('title') }

const actions = { make: makeOwnFeed, choose: chooseForOwnFeed, end: endOwnFeed }

export default async function CalendarFeedPage() {
  const viewer = await requireMember()
  const feed = await orNotFound(feedOf(viewer))
  return (
    <>
      <Breadcrumb items={[{ href: paths.settings(), label: text('settings')('title') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <FeedRoom feed={feed} zone={viewer.zone} actions={actions} />
    </>
  )
}
