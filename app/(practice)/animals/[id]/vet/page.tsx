import { Breadcrumb } from '@/components/ui/breadcrumb'
import { VetLetterRoom } from '@/components/vet-letter/vet-letter-room'
import { writeLetter } from '@/lib/actions/vet-letter'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { vetLetterStart } from '@/lib/data/vet-letter'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('share')('vet.title') }

export default async function VetLetterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const start = await orNotFound(vetLetterStart(await requireMember(), id))
  return (
    <>
      <Breadcrumb items={[{ href: paths.animal(id), label: <bdi>{start.animal.name}</bdi> }]} />
      <VetLetterRoom start={start} write={writeLetter} />
    </>
  )
}
