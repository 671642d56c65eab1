import { randomUUID } from 'node:crypto'
import { NewSession } from '@/components/session/new-session'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { writeSession } from '@/lib/actions/session'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { newSessionFor } from '@/lib/data/session-page'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('session')('new') }

export default async function NewSessionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { standing, ...animal } = await orNotFound(
    newSessionFor(await requireMember(), { animalId: id }, now()),
  )
  const back = paths.animal(id)
  return (
    <>
      <Breadcrumb items={[{ href: back, label: <bdi>{animal.name}</bdi> }]} />
      <NewSession
        animal={animal}
        standing={standing}
        sessionId={randomUUID()}
        action={writeSession}
        cancelHref={back}
      />
    </>
  )
}
