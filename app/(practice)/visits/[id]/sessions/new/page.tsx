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

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ animal?: string | string[] }> }

export default async function NewVisitSessionPage({ params, searchParams }: Props) {
  const { id: visitId } = await params
  const { animal: wanted } = await searchParams
  const animalId = typeof wanted === 'string' ? wanted : ''
  const { standing, ...animal } = await orNotFound(
    newSessionFor(await requireMember(), { animalId, visitId }, now()),
  )
  const t = text('session')
  return (
    <>
      <Breadcrumb items={[{ href: paths.visit(visitId), label: t('toVisit') }]} />
      <NewSession
        animal={animal}
        standing={standing}
        sessionId={randomUUID()}
        action={writeSession}
        cancelHref={paths.visit(visitId)}
      />
    </>
  )
}
