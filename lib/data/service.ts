import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { service } from '@/db/schema'
import { canRunPractice } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import type { EditService, ServiceFields } from '@/lib/domain/service/schema'
import type { Service } from '@/lib/domain/service/service'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** What a practice offers is known to everybody who works in it. */
const visibleServices = (viewer: Viewer) =>
  and(eq(service.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

const columns = {
  id: service.id,
  name: service.name,
  minutes: service.minutes,
  place: service.place,
  retired: sql<boolean>`${service.retiredAt} is not null`,
  version: service.version,
}

/** All services, those in use first, in the practice's order. Minutes. */
export const servicesOf = (viewer: Viewer): Promise<Service[]> =>
  asViewer(viewer, (tx) =>
    tx
      .select(columns)
      .from(service)
      .where(visibleServices(viewer))
      .orderBy(sql`${service.retiredAt} is not null`, asc(service.sort), asc(service.name)),
  )

/** One service, or NotFound. */
export const serviceOf = (viewer: Viewer, serviceId: string): Promise<Service> =>
  asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select(columns)
      .from(service)
      .where(and(visibleServices(viewer), eq(service.id, idFrom(serviceId))))
    return found(row)
  })

/** Adds a service at the end of the list. Practice owner only. */
export async function addService(
  viewer: MemberViewer,
  input: ServiceFields,
): Promise<Result<{ id: string }>> {
  if (viewer.kind !== 'member') throw new NotFound()
  if (!canRunPractice(viewer)) return refused('errors.notAllowed')
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .insert(service)
      .values({
        practiceId: viewer.practiceId,
        ...input,
        sort: sql`(select coalesce(max(sort), 0) + 1 from app.service where practice_id = ${viewer.practiceId})`,
      })
      .returning({ id: service.id })
    const { id } = found(row)
    await audit(tx, viewer, 'add', 'service', id)
    return done({ id })
  })
}

/** Changes a service; visits already booked keep their length. Refuses where somebody was faster. */
export async function editService(viewer: MemberViewer, input: EditService): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const { id, version, ...values } = input
    const [now] = await tx
      .select(columns)
      .from(service)
      .where(and(visibleServices(viewer), eq(service.id, idFrom(id))))
      .for('update')
    const standing = found(now)
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    if (standing.version !== version) {
      const theirs = { name: standing.name, minutes: String(standing.minutes) }
      return refused('errors.conflict', { theirs, version: standing.version })
    }
    await tx
      .update(service)
      .set({ ...values, version: version + 1 })
      .where(and(visibleServices(viewer), eq(service.id, id)))
    await audit(tx, viewer, 'edit', 'service', id)
    return done()
  })
}

/** Takes a service off the booking form; what was booked with it stays. */
export const retireService = (viewer: MemberViewer, input: { id: string }, now: Temporal.Instant) =>
  setRetired(viewer, input.id, now)

/** Offers a retired service again. */
export const restoreService = (viewer: MemberViewer, input: { id: string }) =>
  setRetired(viewer, input.id, null)

async function setRetired(viewer: MemberViewer, id: string, at: Temporal.Instant | null): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ id: service.id })
      .from(service)
      .where(and(visibleServices(viewer), eq(service.id, idFrom(id))))
    found(row)
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    const changed = await tx
      .update(service)
      .set({ retiredAt: at, version: sql`${service.version} + 1` })
      .where(
        and(
          visibleServices(viewer),
          eq(service.id, id),
          at ? isNull(service.retiredAt) : isNotNull(service.retiredAt),
        ),
      )
      .returning({ id: service.id })
    if (changed.length > 0) await audit(tx, viewer, at ? 'retire' : 'restore', 'service', id)
    return done()
  })
}
