import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
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

type Query = { animal?: string | string[]; observation?: string | string[] }
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function NewVisitSessionPage({ params, searchParams }: Props) {
  const { id: visitId } = await params
  const { animal: wanted, observation } = await searchParams
  const animalId = typeof wanted === 'string' ? wanted : ''
  const ids = {
    animalId,
    visitId,
    ...(typeof observation === 'string' ? { observationId: observation } : {}),
  }
  const { standing, watched, ...animal } = await orNotFound(newSessionFor(await requireMember(), ids, now()))
  if (watched?.recorded) redirect(paths.session(animalId, watched.id))
  const t = text('session')
  return (
    <>
      <Breadcrumb items={[{ href: paths.visit(visitId), label: t('toVisit') }]} />
      <NewSession
        animal={animal}
        standing={standing}
        watched={watched}
        sessionId={watched?.id ?? randomUUID()}
        action={writeSession}
        cancelHref={paths.visit(visitId)}
      />
    </>
  )
}
