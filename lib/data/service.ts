import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { practice, service } from '@/db/schema'
import { canRunPractice } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { theirsOf } from '@/lib/domain/form/theirs'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { minorOf, type Currency } from '@/lib/domain/service/money'
import type { EditService, ServiceFields } from '@/lib/domain/service/schema'
import { serviceFields, type Service } from '@/lib/domain/service/service'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** What a practice offers is known to everybody who works in it. */
const visibleServices = (viewer: Viewer) =>
  and(eq(service.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

const columns = {
  id: service.id,
  name: service.name,
  minutes: service.minutes,
  place: service.place,
  setupMinutes: service.setupMinutes,
  wrapupMinutes: service.wrapupMinutes,
  maxTravelMinutes: service.maxTravelMinutes,
  noticeHours: service.noticeHours,
  horizonDays: service.horizonDays,
  priceMinor: service.priceMinor,
  currency: sql<string>`(select p.currency from app.practice p where p.id = ${service.practiceId})`,
  priceShown: service.priceShown,
  preparation: service.preparation,
  mark: service.mark,
  ownerMayBook: service.ownerMayBook,
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

/** What the practice charges in. For members. */
export const currencyOf = (viewer: Viewer): Promise<string> =>
  asViewer(viewer, (tx) => currencyIn(tx, viewer))

async function currencyIn(tx: Tx, viewer: Viewer): Promise<string> {
  const [row] = await tx
    .select({ currency: practice.currency })
    .from(practice)
    .where(and(eq(practice.id, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`))
  return found(row).currency
}

/** What the practice charges in from now on. Practice owner only; refused while a service has a price. */
export async function chooseCurrency(viewer: MemberViewer, input: { currency: Currency }): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const before = await currencyIn(tx, viewer)
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    if (before === input.currency) return done()
    const [priced] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(service)
      .where(and(visibleServices(viewer), isNotNull(service.priceMinor)))
    if (priced && priced.count > 0)
      return refused('settings.service.pricesFirst', { values: { count: priced.count } })
    await tx.update(practice).set({ currency: input.currency }).where(eq(practice.id, viewer.practiceId))
    await audit(tx, viewer, 'change-currency', 'practice', viewer.practiceId, input)
    return done()
  })
}

/** Adds a service at the end of the list. Practice owner only. */
export async function addService(
  viewer: MemberViewer,
  input: ServiceFields,
): Promise<Result<{ id: string }>> {
  if (viewer.kind !== 'member') throw new NotFound()
  if (!canRunPractice(viewer)) return refused('errors.notAllowed')
  return asViewer(viewer, async (tx) => {
    const values = columnsOf(input, await currencyIn(tx, viewer))
    if (!values) return noPrice
    const [row] = await tx
      .insert(service)
      .values({
        practiceId: viewer.practiceId,
        ...values,
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
    const { id, version, ...typed } = input
    const [now] = await tx
      .select(columns)
      .from(service)
      .where(and(visibleServices(viewer), eq(service.id, idFrom(id))))
      .for('update')
    const standing = found(now)
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    const values = columnsOf(typed, standing.currency)
    if (!values) return noPrice
    if (standing.version !== version) {
      const sent = serviceFields({ ...values, currency: standing.currency })
      const theirs = theirsOf(sent, serviceFields(standing), (_field, value) => value || '–')
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

const noPrice = refused('errors.checkFields', { fields: { price: 'errors.notAPrice' } })

/** The price in the currency's minor unit; null where the currency has no such fraction. */
function columnsOf({ price, ...rest }: ServiceFields, currency: string) {
  const priceMinor = price === '' ? null : minorOf(price, currency)
  return price !== '' && priceMinor === null ? null : { ...rest, priceMinor }
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
