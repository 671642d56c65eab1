import { ShareRoom } from '@/components/share/share-room'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { revokeFromPractice, shareFromPractice } from '@/lib/actions/share-link'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { shareLinksOf } from '@/lib/data/share-link'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('share')('list.title') }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ for?: string | string[] }> }

export default async function AnimalSharePage({ params, searchParams }: Props) {
  const { id } = await params
  const viewer = await requireMember()
  const shared = await orNotFound(shareLinksOf(viewer, id, now()))
  return (
    <>
      <Breadcrumb items={[{ href: paths.animal(id), label: <bdi>{shared.animal.name}</bdi> }]} />
      <ShareRoom
        {...{ shared, zone: viewer.zone, make: shareFromPractice, revoke: revokeFromPractice }}
        preview={(audience) => paths.animalSharePreview(id, audience)}
        chosen={[(await searchParams).for].flat()[0]}
      />
    </>
  )
}
