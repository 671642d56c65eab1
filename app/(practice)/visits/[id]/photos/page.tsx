import type { Metadata } from 'next'
import { PhotoRefusal } from '@/components/photo/consent-notice'
import { PhotosByAnimal } from '@/components/photo/visit-photos'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { answerRecording, showPhotoToHousehold, takePhotoAway } from '@/lib/actions/photo'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { visitPhotos } from '@/lib/data/visit-photos'
import { dayOf } from '@/lib/domain/time/time'
import { dayLong } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('photo')
export const metadata: Metadata = { title: t('title') }

const actions = { answer: answerRecording, show: showPhotoToHousehold, remove: takePhotoAway }
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ refused?: string | string[] }> }

export default async function VisitPhotosPage({ params, searchParams }: Props) {
  const viewer = await requireMember()
  const visit = await orNotFound(visitPhotos(viewer, (await params).id))
  const { refused } = await searchParams
  const day = dayLong(visit.localStart.toPlainDate(), visit.zone)
  return (
    <>
      <Breadcrumb items={[{ href: paths.visit(visit.visitId), label: <bdi>{visit.household}</bdi> }]} />
      <PageHead title={t('title')} lead={<bdi>{t('of', { household: visit.household, day })}</bdi>} />
      <PhotoRefusal reason={[refused].flat()[0]} />
      <PhotosByAnimal
        visit={visit}
        owner={{ practiceId: viewer.practiceId, userId: viewer.userId }}
        today={dayOf(now(), viewer.zone).toString()}
        actions={actions}
      />
    </>
  )
}
