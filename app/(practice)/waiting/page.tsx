import type { Metadata } from 'next'
import { WaitingView } from '@/components/waiting/waiting-view'
import { takeOffList } from '@/lib/actions/waiting'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { waitingList } from '@/lib/data/waiting'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('waiting')('title') }

export default async function WaitingPage() {
  const viewer = await requireMember()
  return <WaitingView list={await waitingList(viewer, now())} takeOff={takeOffList} />
}
