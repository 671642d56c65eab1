import { OwnVisit } from '@/components/request/own-visit'
import { cancelOwnVisit, moveOwnVisit } from '@/lib/actions/request'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { ownVisitOf } from '@/lib/data/request-visit'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('request')('own.visit'))

export default async function OwnVisitPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireGuardian()
  const visit = await orNotFound(ownVisitOf(viewer, (await params).id, now()))
  return <OwnVisit visit={visit} actions={{ move: moveOwnVisit, cancel: cancelOwnVisit }} />
}
