import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { sqlState, type Tx } from '@/db/client'
import { canRunPractice } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { done, refused, type Result } from '@/lib/domain/result/result'
import type { Consultant } from '@/lib/domain/scheduling/asked'
import { rulesOf, verdictOf, type Answers } from '@/lib/domain/visit/obstacles'
import { calmAnimals } from './booking-calm'
import { refusalOf, refusalOfSeries, type Against } from './booking-refusal'
import { askedOf, nextOffers, obstaclesTo, reach, standIn, type Wish } from './booking-ask'
import { settleDays, type Touched } from './booking-settle'
import { schedulingContext } from './scheduling-context'
import { obstacleSentences } from './slot-words'

/** A wish that may stand: what its row says of time. */
export type Laid = {
  wish: Wish
  during: { from: Temporal.Instant; until: Temporal.Instant }
  blocked: { from: Temporal.Instant; until: Temporal.Instant }
  setupMinutes: number
  wrapupMinutes: number
  overlapReason: string | null
  ruleReason: string | null
  rulesBroken: string[]
}

export type Ask = {
  /** What is to be placed, all of it or nothing. */
  wishes: readonly Wish[]
  /** Visits whose time becomes free, where they stand now: those that move, change hands or are called off. */
  leaving?: readonly (Touched & { visitId: string })[]
  /** The hold it was offered with: it is in nobody's way then, and is over. */
  holdId?: string | undefined
  answers: Answers
  /** They are a series: what is in the way is said of all of them, by their days. */
  together?: boolean
}

/** Bookings of a consultant wait for each other until this transaction ends; always in one order. */
export async function takeTurns(tx: Tx, consultantIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(consultantIds)].toSorted())
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`visit ${id}`}, 0))`)
}

/**
 * The one way to a consultant's time: booking, confirming, moving, reassigning, restoring, series. Takes the turns,
 * reads the days as they stand then, refuses what does not fit (with times that would), lets `write` write the rows,
 * and lays the days around them anew. Inside the transaction of its verb, which is `orRefused`.
 */
export async function throughTheWall<T>(
  tx: Tx,
  viewer: Viewer,
  { wishes, leaving = [], holdId, answers, together }: Ask,
  now: Temporal.Instant,
  write: (laid: Laid[]) => Promise<T>,
): Promise<Result<T>> {
  const touched: Touched[] = [...leaving, ...wishes]
  const consultantIds = [...new Set(touched.map(({ consultantId }) => consultantId))]
  await takeTurns(tx, consultantIds)
  const first = wishes[0]
  const context = await schedulingContext(viewer, {
    consultantIds,
    now,
    ...spanOf(touched),
    ...(first ? { clientId: first.clientId } : {}),
  })
  // Visits that stand know their own homes: those of several households may change places.
  const stood = new Map(
    context.consultants.flatMap(({ booked }) => booked.map(({ id, spot }) => [id, spot] as const)),
  )
  const gone = new Set([...leaving.map(({ visitId }) => visitId), ...(holdId ? [holdId] : [])])
  const people = new Map<string, Consultant>(
    context.consultants.map((one) => [
      one.id,
      { ...one, booked: one.booked.filter(({ id }) => !gone.has(id)) },
    ]),
  )
  const calm = await calmAnimals(tx, viewer, [...new Set(wishes.flatMap(({ animalIds }) => animalIds))], now)
  const laid: Laid[] = []
  const against: Against[] = []
  for (const wish of wishes) {
    const consultant = people.get(wish.consultantId)
    if (!consultant) return refused('visit.refused.gone')
    const asked = askedOf({ ...context, home: stood.get(wish.visitId) ?? context.home }, wish, now)
    const { fit, obstacles } = obstaclesTo(asked, consultant, wish, calm.animals)
    const words = {
      households: context.households,
      animals: calm.names,
      calm: calm.animals.filter(({ id }) => wish.animalIds.includes(id)),
      zone: wish.zone,
      remote: wish.place === 'remote',
    }
    const verdict = verdictOf(obstacles, answers, canRunPractice(viewer))
    if (verdict !== 'fits') {
      const list = obstacleSentences(obstacles, words).join(' ')
      if (!together) {
        const offers = nextOffers(asked, consultant, wish.at.epochMilliseconds, words)
        return refusalOf(verdict, list, offers, canRunPractice(viewer))
      }
      against.push({ verdict, at: wish.at, zone: wish.zone, list })
      continue
    }
    const { overlap, anyway = '' } = answers
    const broken = rulesOf(obstacles)
    laid.push({
      wish,
      during: { from: wish.at, until: wish.at.add({ minutes: wish.minutes }) },
      blocked: {
        from: Temporal.Instant.fromEpochMilliseconds(fit.slot.blocked.from),
        until: Temporal.Instant.fromEpochMilliseconds(fit.slot.blocked.until),
      },
      setupMinutes: wish.setUp,
      wrapupMinutes: wish.wrapUp,
      overlapReason: overlap && obstacles.wall.length > 0 ? anyway : null,
      ruleReason: broken.length > 0 ? anyway : null,
      rulesBroken: broken,
    })
    people.set(wish.consultantId, standIn(asked, consultant, wish))
  }
  if (against.length > 0) return refusalOfSeries(against)
  await tx.execute(sql`set constraints app.visit_no_overlap deferred`)
  const value = await write(laid)
  await settleDays(
    tx,
    viewer,
    { ...context, now },
    people,
    touched,
    new Set(wishes.map(({ visitId }) => visitId)),
  )
  await tx.execute(sql`set constraints app.visit_no_overlap immediate`)
  return done(value)
}

/** What a verb that books answers; what the database refuses although we let it (23P01) is refused like the rest. */
export async function orRefused<T>(booking: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await booking
  } catch (error) {
    const state = sqlState(error)
    if (state === '23P01') return refused('visit.refused.faster')
    if (state === '55P03') return refused('visit.refused.busy')
    throw error
  }
}

function spanOf(touched: readonly Touched[]) {
  const moments = touched.map(({ at }) => at).toSorted((a, b) => Temporal.Instant.compare(a, b))
  const [from, last] = [moments[0], moments.at(-1)]
  if (!from || !last) throw new RangeError('nothing to place')
  return { from, until: last.add({ hours: reach }) }
}
