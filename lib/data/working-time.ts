import { and, eq, ne, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { member, practice, timeOff, workingException, workingWeek } from '@/db/schema'
import { canKeepHours } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { writeCoordinates } from '@/lib/domain/client/coordinates'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { everyDay } from '@/lib/domain/scheduling/every-day'
import type { DayHours, WeeklyHours } from '@/lib/domain/scheduling/working-time'
import { dayOf } from '@/lib/domain/time/time'
import type { NewException, NewTimeOff, WeekChange } from '@/lib/domain/working/schema'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { visitsIn, type BookedThen } from './working-time-conflicts'

/** Who visits homes, as the practice sees them; nobody else sees when somebody works. */
const visibleTrainers = (viewer: Viewer) =>
  and(
    eq(member.practiceId, viewer.practiceId),
    sql`${member.removedAt} is null`,
    ne(member.role, 'assistant'),
    viewer.kind === 'member' ? undefined : sql`false`,
  )

export type HoursPage = {
  memberId: string
  name: string
  mayChange: boolean
  trainers: { id: string; name: string }[]
  /** 0 where the week is still the practice's. */
  version: number
  weekly: WeeklyHours
  /** The consultant's own home, "47.07, 15.43", or ''. */
  home: string
  exceptions: { id: string; day: Temporal.PlainDate; hours: DayHours | null; note: string }[]
  timeOff: OffLine[]
}
/** Wall times of the practice; `visits` are booked in it and wait for a decision. */
export type OffLine = {
  id: string
  from: Temporal.PlainDateTime
  until: Temporal.PlainDateTime
  reason: string
  visits: BookedThen[]
}

/**
 * The working time of one consultant from today on: the one asked for, else the viewer's own, else the first by
 * name. Two statements. NotFound for who does not work here and does not visit.
 */
export function workingTimeOf(
  viewer: Viewer,
  who: string | undefined,
  now: Temporal.Instant,
): Promise<HoursPage> {
  return asViewer(viewer, async (tx) => {
    const trainers = await trainersOf(tx, viewer, who, now)
    const own = viewer.kind === 'member' ? viewer.memberId : undefined
    const its = found(
      who
        ? trainers.find(({ id }) => id === idFrom(who))
        : (trainers.find(({ id }) => id === own) ?? trainers[0]),
    )
    const off = its.timeOff.map(({ from, until, ...rest }) => ({
      ...rest,
      from: Temporal.PlainDateTime.from(from),
      until: Temporal.PlainDateTime.from(until),
    }))
    const booked = await visitsIn(
      tx,
      viewer,
      off.map(({ id, from, until }) => ({ id, from, until, memberId: its.id })),
      now,
    )
    return {
      memberId: its.id,
      name: its.name,
      mayChange: canKeepHours(viewer, its.id),
      trainers: trainers.map(({ id, name }) => ({ id, name })),
      version: its.version ?? 0,
      weekly: its.weekly ?? everyDay(its.dayStart, its.dayEnd),
      home: writeCoordinates(its.homeLat, its.homeLng),
      exceptions: its.exceptions.map(({ day, ...rest }) => ({ ...rest, day: Temporal.PlainDate.from(day) })),
      timeOff: off.map((one) => ({ ...one, visits: booked.get(one.id) ?? [] })),
    }
  })
}

type Exception = { id: string; day: string; hours: DayHours | null; note: string }
type Off = { id: string; from: string; until: string; reason: string }

/** Everybody who visits, with what lies ahead of the one in question. */
function trainersOf(tx: Tx, viewer: Viewer, who: string | undefined, now: Temporal.Instant) {
  const today = dayOf(now, viewer.zone).toString()
  return tx
    .select({
      id: member.id,
      name: member.name,
      version: workingWeek.version,
      weekly: workingWeek.days,
      homeLat: workingWeek.homeLat,
      homeLng: workingWeek.homeLng,
      dayStart: practice.dayStart,
      dayEnd: practice.dayEnd,
      exceptions: sql<Exception[]>`(select coalesce(json_agg(json_build_object('id', e.id, 'day', e.day,
          'hours', e.hours, 'note', e.note) order by e.day), '[]') from app.working_exception e
        where e.practice_id = ${member.practiceId} and e.member_id = ${member.id} and e.day >= ${today}::date)`,
      timeOff: sql<Off[]>`(select coalesce(json_agg(json_build_object('id', t.id, 'from', t.local_from,
          'until', t.local_until, 'reason', t.reason) order by t.local_from), '[]') from app.time_off t
        where t.practice_id = ${member.practiceId} and t.member_id = ${member.id}
          and t.local_until > ${today}::timestamp)`,
    })
    .from(member)
    .innerJoin(practice, eq(practice.id, member.practiceId))
    .leftJoin(
      workingWeek,
      and(eq(workingWeek.practiceId, member.practiceId), eq(workingWeek.memberId, member.id)),
    )
    .where(visibleTrainers(viewer))
    .orderBy(member.name, member.id)
}

/** Saves a consultant's ordinary week. Refused for a colleague's, and where somebody was faster. */
export function saveWeek(viewer: MemberViewer, input: WeekChange): Promise<Result<{ memberId: string }>> {
  return asViewer(viewer, async (tx) => {
    const memberId = await lockTrainer(tx, viewer, input.memberId)
    if (!canKeepHours(viewer, memberId)) return refused('errors.notAllowed')
    const mine = and(eq(workingWeek.practiceId, viewer.practiceId), eq(workingWeek.memberId, memberId))
    const [standing] = await tx.select().from(workingWeek).where(mine)
    const stands = standing?.version ?? 0
    if (stands !== input.version)
      return refused('errors.conflict', { version: stands, theirs: { home: homeOf(standing) } })
    const week = {
      days: input.days,
      homeLat: input.home?.lat ?? null,
      homeLng: input.home?.lng ?? null,
      version: stands + 1,
    }
    await tx
      .insert(workingWeek)
      .values({ practiceId: viewer.practiceId, memberId, ...week })
      .onConflictDoUpdate({ target: [workingWeek.practiceId, workingWeek.memberId], set: week })
    await audit(tx, viewer, 'set-hours', 'member', memberId)
    return done({ memberId })
  })
}

/** Gives one date hours of its own, or none; what was said of that date before is replaced. */
export function saveException(
  viewer: MemberViewer,
  input: NewException,
): Promise<Result<{ memberId: string }>> {
  return asViewer(viewer, async (tx) => {
    const memberId = await lockTrainer(tx, viewer, input.memberId)
    if (!canKeepHours(viewer, memberId)) return refused('errors.notAllowed')
    const said = { hours: input.hours, note: input.note }
    const day = Temporal.PlainDate.from(input.day)
    await tx
      .insert(workingException)
      .values({ practiceId: viewer.practiceId, memberId, day, ...said })
      .onConflictDoUpdate({
        target: [workingException.practiceId, workingException.memberId, workingException.day],
        set: said,
      })
    await audit(tx, viewer, 'set-hours-of-day', 'member', memberId, { day: input.day })
    return done({ memberId })
  })
}

type OneRow = { memberId: string; id: string }

/** The date is like its weekday again. */
export function removeException(viewer: MemberViewer, { memberId, id }: OneRow): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const whose = await lockTrainer(tx, viewer, memberId)
    if (!canKeepHours(viewer, whose)) return refused('errors.notAllowed')
    const mine = and(
      eq(workingException.practiceId, viewer.practiceId),
      eq(workingException.memberId, whose),
      eq(workingException.id, idFrom(id)),
    )
    const gone = await tx.delete(workingException).where(mine).returning({ id: workingException.id })
    if (gone.length > 0) await audit(tx, viewer, 'unset-hours-of-day', 'member', whose)
    return done()
  })
}

/** Time off; visits booked in it stay, and are named wherever the time off is shown. */
export function addTimeOff(
  viewer: MemberViewer,
  input: NewTimeOff,
): Promise<Result<{ memberId: string; id: string }>> {
  return asViewer(viewer, async (tx) => {
    const memberId = await lockTrainer(tx, viewer, input.memberId)
    if (!canKeepHours(viewer, memberId)) return refused('errors.notAllowed')
    const { from: localFrom, until: localUntil, reason } = input
    const [row] = await tx
      .insert(timeOff)
      .values({ practiceId: viewer.practiceId, memberId, localFrom, localUntil, reason })
      .returning({ id: timeOff.id })
    const { id } = found(row)
    await audit(tx, viewer, 'take-time-off', 'member', memberId)
    return done({ memberId, id })
  })
}

/** Works then after all. */
export function removeTimeOff(viewer: MemberViewer, { memberId, id }: OneRow): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const whose = await lockTrainer(tx, viewer, memberId)
    if (!canKeepHours(viewer, whose)) return refused('errors.notAllowed')
    const mine = and(
      eq(timeOff.practiceId, viewer.practiceId),
      eq(timeOff.memberId, whose),
      eq(timeOff.id, idFrom(id)),
    )
    const gone = await tx.delete(timeOff).where(mine).returning({ id: timeOff.id })
    if (gone.length > 0) await audit(tx, viewer, 'give-time-back', 'member', whose)
    return done()
  })
}

const homeOf = (week: typeof workingWeek.$inferSelect | undefined) =>
  writeCoordinates(week?.homeLat ?? null, week?.homeLng ?? null) || '–'

/** Changes of one person's hours come one after the other. */
async function lockTrainer(tx: Tx, viewer: Viewer, memberId: string): Promise<string> {
  const [row] = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(visibleTrainers(viewer), eq(member.id, idFrom(memberId))))
    .for('no key update')
  return found(row).id
}
