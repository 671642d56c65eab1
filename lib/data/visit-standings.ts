import type { Temporal } from 'temporal-polyfill'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { VisitPage } from '@/lib/domain/visit/pages'
import { asViewer } from './as-viewer'
import { assessmentsOf } from './assessment'
import { visitOf } from './visit'

/** A visit and where each of its animals stands today: four statements, one transaction. NotFound like visitOf. */
export function visitWithStandings(
  viewer: Viewer,
  visitId: string,
  now: Temporal.Instant,
): Promise<{ visit: VisitPage; standings: Map<string, AnimalStanding> }> {
  return asViewer(viewer, async () => {
    const visit = await visitOf(viewer, visitId)
    const ids = visit.animals.map(({ id }) => id)
    return { visit, standings: await assessmentsOf(viewer, ids, now) }
  })
}
