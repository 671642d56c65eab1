import { ShareRoom } from '@/components/share/share-room'
import { revokeFromHome, shareFromHome } from '@/lib/actions/share-link'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { shareLinksOf } from '@/lib/data/share-link'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('share')('list.title'))

type Props = { params: Promise<{ animalId: string }>; searchParams: Promise<{ for?: string | string[] }> }

export default async function HomeSharePage({ params, searchParams }: Props) {
  const { animalId } = await params
  const viewer = await requireGuardian()
  const shared = await orNotFound(shareLinksOf(viewer, animalId, now()))
  return (
    <ShareRoom
      {...{ shared, zone: viewer.zone, make: shareFromHome, revoke: revokeFromHome }}
      preview={(audience) => paths.homeSharePreview(animalId, audience)}
      chosen={[(await searchParams).for].flat()[0]}
    />
  )
}
