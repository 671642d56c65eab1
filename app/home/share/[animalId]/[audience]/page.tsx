import { SharePreview } from '@/components/share/preview'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { text } from '@/lib/format/text'
import { lookThrough } from '@/lib/paper/look-through'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('share')('list.title'))

export default async function HomeSharePreviewPage({
  params,
}: {
  params: Promise<{ animalId: string; audience: string }>
}) {
  const { animalId, audience: asked } = await params
  const viewer = await requireGuardian()
  const { audience, seen } = await orNotFound(lookThrough(viewer, animalId, asked, now()))
  return (
    <SharePreview {...{ audience, seen, zone: viewer.zone }} back={paths.homeShare(animalId, audience)} />
  )
}
