import { SharePreview } from '@/components/share/preview'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { text } from '@/lib/format/text'
import { lookThrough } from '@/lib/paper/look-through'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('share')('list.title'))

export default async function AnimalSharePreviewPage({
  params,
}: {
  params: Promise<{ id: string; audience: string }>
}) {
  const { id, audience: asked } = await params
  const viewer = await requireMember()
  const { audience, seen } = await orNotFound(lookThrough(viewer, id, asked, now()))
  return <SharePreview {...{ audience, seen, zone: viewer.zone }} back={paths.animalShare(id, audience)} />
}
