import type { Temporal } from 'temporal-polyfill'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Recommendation } from '@/lib/domain/readiness/types'
import { asViewer } from './as-viewer'
import { assessmentsOf } from './assessment'
import { clientPage, type ClientPage } from './client'

export type StandingLine = { stageName: string; recommendation: Recommendation; needsVet: boolean }
type Standings = Map<string, StandingLine>

/** A household's page and where its animals stand, in one transaction. */
export function clientPageWithStandings(
  viewer: Viewer,
  id: string,
  now: Temporal.Instant,
): Promise<{ client: ClientPage; standings: Standings }> {
  return asViewer(viewer, async () => {
    const client = await clientPage(viewer, id, now)
    const current = client.animals.filter(({ archivedAt }) => archivedAt === null)
    return { client, standings: await standingsOf(viewer, current, now) }
  })
}

async function standingsOf(
  viewer: Viewer,
  animals: readonly { id: string }[],
  now: Temporal.Instant,
): Promise<Standings> {
  const ids = animals.map(({ id }) => id)
  const lines: Standings = new Map()
  for (const [id, { stageName, recommendation, openVet }] of await assessmentsOf(viewer, ids, now))
    lines.set(id, { stageName, recommendation, needsVet: openVet.length > 0 })
  return lines
}
