import type { Metadata } from 'next'
import { HoursRoom } from '@/components/working/hours-room'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import {
  likeItsWeekday,
  saveTimeOff,
  saveWorkingException,
  saveWorkingWeek,
  takeBackTimeOff,
} from '@/lib/actions/working-time'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { workingTimeOf } from '@/lib/data/working-time'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('working')
export const metadata: Metadata = { title: t('title') }

const actions = {
  week: saveWorkingWeek,
  day: saveWorkingException,
  likeWeekday: likeItsWeekday,
  off: saveTimeOff,
  takeBack: takeBackTimeOff,
}

export default async function HoursPage({
  searchParams,
}: {
  searchParams: Promise<{ who?: string; saved?: string }>
}) {
  const viewer = await requireMember()
  const { who, saved } = await searchParams
  const page = await orNotFound(workingTimeOf(viewer, who, now()))
  return (
    <>
      <Breadcrumb items={[{ href: paths.settings(), label: text('settings')('title') }]} />
      <PageHead title={t('of', { name: page.name })} lead={t('lead')} />
      <HoursRoom page={page} saved={saved} actions={actions} />
    </>
  )
}
