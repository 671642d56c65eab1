import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { client, drive, practice } from '@/db/schema'
import { canRunPractice } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { writeCoordinates } from '@/lib/domain/client/coordinates'
import { theirsOf } from '@/lib/domain/form/theirs'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { calibrate, type Calibration, type DriveSample } from '@/lib/domain/scheduling/calibrate'
import { placeOf, type MaybePlace, type Roads } from '@/lib/domain/scheduling/travel'
import type { CalibrationChange, TravelChange } from '@/lib/domain/scheduling/travel-schema'
import { geocoderUrl, osrmUrl } from '@/lib/env'
import { asViewer, audit, found } from './as-viewer'
import { knownRoutes } from './travel-facts'

/** How the practice drives is known to those who work in it. */
const visiblePractice = (viewer: Viewer) =>
  and(eq(practice.id, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/** Drives that calibration looks at, the latest first: ours. */
const recentDrives = 500

export type TravelSettings = {
  roads: Roads
  /** Of the practice, "47.07, 15.43", or ''. */
  base: string
  version: number
  /** All drives that were ever measured, and what the latest of them teach; null: too few. */
  drives: number
  learned: Calibration | null
  /** Whether a route server and a geocoder are set. */
  servers: { routes: boolean; addresses: boolean }
}

/** How drives are reckoned, and what the measured ones say of it. Two statements, three with a route server. NotFound for strangers. */
export function travelSettings(viewer: Viewer): Promise<TravelSettings> {
  return asViewer(viewer, async (tx) => {
    const { roads, base, version, drives } = await standing(tx, viewer)
    return {
      roads,
      base,
      version,
      drives,
      learned: calibrate(await samplesOf(tx, viewer), roads),
      servers: { routes: osrmUrl() !== undefined, addresses: geocoderUrl() !== undefined },
    }
  })
}

/** Sets how drives are reckoned. Refused for anybody but a practice owner, and where somebody was faster. */
export const saveTravel = (viewer: Viewer, { version, base, ...roads }: TravelChange): Promise<Result> =>
  change(
    viewer,
    version,
    { ...roads, base: writeCoordinates(base?.lat ?? null, base?.lng ?? null) },
    {
      circuity: roads.circuity,
      driveKmh: roads.speed,
      parkingMinutes: roads.parking,
      baseLat: base?.lat ?? null,
      baseLng: base?.lng ?? null,
    },
  )

/** Takes over what the measured drives taught, as it was shown. */
export const takeCalibration = (viewer: Viewer, { version, ...sent }: CalibrationChange): Promise<Result> =>
  change(viewer, version, sent, { circuity: sent.circuity, driveKmh: sent.speed })

function change(
  viewer: Viewer,
  version: number,
  sent: Partial<Roads> & { base?: string },
  columns: Partial<typeof practice.$inferInsert>,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const now = await standing(tx, viewer, { lock: true })
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    if (now.version !== version) {
      const stands: Record<string, string> = { ...inWords(now.roads), base: now.base }
      const theirs = theirsOf(inWords(sent), only(stands, Object.keys(sent)), (_field, value) => value || '–')
      return refused('errors.conflict', { theirs, version: now.version })
    }
    await tx
      .update(practice)
      .set({ ...columns, version: version + 1 })
      .where(visiblePractice(viewer))
    await audit(tx, viewer, 'change-travel', 'practice', viewer.practiceId)
    return done()
  })
}

const inWords = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, String(value)]))
const only = (values: Record<string, string>, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)))

async function standing(tx: Tx, viewer: Viewer, { lock = false } = {}) {
  const asked = tx
    .select({
      roads: { circuity: practice.circuity, speed: practice.driveKmh, parking: practice.parkingMinutes },
      base: { lat: practice.baseLat, lng: practice.baseLng },
      version: practice.version,
      drives: sql<number>`(select count(*)::int from app.drive d where d.practice_id = practice.id)`,
    })
    .from(practice)
    .where(visiblePractice(viewer))
  const [row] = await (lock ? asked.for('update') : asked)
  const its = found(row)
  return { ...its, base: writeCoordinates(its.base.lat, its.base.lng) }
}

/** The latest drives whose both ends are known well, with kilometres on the road where a route server counted them. */
async function samplesOf(tx: Tx, viewer: Viewer): Promise<DriveSample[]> {
  const rows = await tx
    .select({
      minutes: drive.minutes,
      parking: client.parkingMinutes,
      to: { lat: client.lat, lng: client.lng },
      from: sql<MaybePlace>`case ${drive.fromPlace}
        when 'client' then (select json_build_object('lat', f.lat, 'lng', f.lng) from app.client f
          where f.practice_id = ${drive.practiceId} and f.id = ${drive.fromClientId} and not f.rough_place)
        when 'office' then (select json_build_object('lat', p.base_lat, 'lng', p.base_lng) from app.practice p
          where p.id = ${drive.practiceId})
        else (select json_build_object('lat', w.home_lat, 'lng', w.home_lng) from app.working_week w
          where w.practice_id = ${drive.practiceId} and w.member_id = ${drive.consultantId}) end`,
    })
    .from(drive)
    .innerJoin(client, and(eq(client.practiceId, drive.practiceId), eq(client.id, drive.toClientId)))
    .where(and(eq(drive.practiceId, viewer.practiceId), eq(client.roughPlace, false)))
    .orderBy(desc(drive.arrivedAt))
    .limit(recentDrives)
  const samples = rows.flatMap(({ minutes, parking, from, to }) => {
    const [a, b] = [placeOf(from), placeOf(to)]
    return a && b ? [{ from: a, to: b, minutes, parking }] : []
  })
  const routes = await knownRoutes(
    tx,
    viewer,
    samples.flatMap(({ from, to }) => [from, to]),
  )
  return samples.map((sample) => ({ ...sample, roadKm: routes(sample.from, sample.to)?.kilometres ?? null }))
}
