import { OverTimeView } from '@/components/progress/over-time'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { overTimeOf } from '@/lib/data/over-time'
import { rangeFrom } from '@/lib/domain/progress/over-time'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('progress')('title') }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ weeks?: string | string[] }> }

export default async function OverTimePage({ params, searchParams }: Props) {
  const { id } = await params
  const { weeks } = await searchParams
  const viewer = await requireMember()
  const overTime = await orNotFound(overTimeOf(viewer, id, now()))
  return (
    <>
      <Breadcrumb
        items={[
          { href: paths.client(overTime.clientId), label: <bdi>{overTime.household}</bdi> },
          { href: paths.animal(id), label: <bdi>{overTime.name}</bdi> },
        ]}
      />
      <OverTimeView overTime={overTime} weeks={rangeFrom(typeof weeks === 'string' ? weeks : undefined)} />
    </>
  )
}
