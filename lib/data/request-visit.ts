import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { member, practice, service, visit } from '@/db/schema'
import { practiceFor } from '@/lib/auth/on-behalf'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import type { OwnVisitPage } from '@/lib/domain/request/pages'
import { choiceOf } from '@/lib/domain/request/choice'
import { changeableUntil, ownerMay } from '@/lib/domain/request/policy'
import type { CancelOwnVisit, MoveOwnVisit } from '@/lib/domain/request/schema'
import { refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { windowOf } from '@/lib/domain/scheduling/find-slots'
import { askedFor } from '@/lib/domain/visit/schema'
import { text } from '@/lib/format/text'
import { asViewer, found, idFrom } from './as-viewer'
import { grid } from './booking-ask'
import { moveVisit } from './booking-change'
import { startAt } from './booking-facts'
import { orRefused } from './booking-wall'
import { asGuardian } from './request'
import { tellConsultant } from './request-mail'
import { cancelVisit } from './visit-press'
import { timesForOwner } from './visit-slot'

/** A household's own visits; nobody else has any here. */
const ownVisits = (viewer: Viewer) =>
  and(
    eq(visit.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? eq(visit.clientId, viewer.clientId) : sql`false`,
  )

/**
 * One visit of the household, what it may do with it and until when, and the times it could move to, in words that
 * tell nothing of anybody else. Six statements, seven with a route server.
 */
export async function ownVisitOf(
  viewer: Viewer,
  visitId: string,
  now: Temporal.Instant,
): Promise<OwnVisitPage> {
  const guardian = asGuardian(viewer)
  const its = await asViewer(guardian, (tx) => ownVisit(tx, guardian, visitId))
  const { row, hours, practiceZone: _, notice, horizon, maxDrive, ...names } = its
  const from = row.during.from
  const may = ownerMay({ status: row.status, from }, hours, now)
  const { consultantId, minutes, place, zone } = row
  const sought = {
    ...{ consultantId, minutes, place, zone, notice, horizon, maxDrive },
    ...{ setUp: row.setupMinutes, wrapUp: row.wrapupMinutes, without: row.id },
  }
  return {
    ...{ id: row.id, version: row.version, status: row.status, zone, ...row.during, ...names },
    ...{ may, hours, changeableUntil: changeableUntil(from, hours) },
    offers:
      may === 'change'
        ? (await timesForOwner(guardian, sought, now)).filter(
            ({ value }) => !row.localStart.equals(choiceOf(value).wall),
          )
        : [],
  }
}

/**
 * Moves a visit of the household to another time of the same consultant, through the wall. Refused later than the
 * practice allows, for times outside the service's notice and horizon, and for what does not fit, without a word on
 * whoever is in the way. The consultant is told.
 */
export async function moveOwnVisit(
  viewer: GuardianViewer,
  { id, version, offer }: MoveOwnVisit,
  now: Temporal.Instant,
): Promise<Result> {
  const allowed = await mayChange(viewer, id, now)
  if ('reason' in allowed) return allowed
  if (!offer) return refused('request.refused.noTime')
  const { row, notice, horizon, practiceZone } = allowed
  const { day, time } = askedFor({ day: '', time: '', offer })
  const start = startAt(Temporal.PlainDateTime.from(`${day}T${time}`), row.zone, now)
  if ('reason' in start) return refused('request.refused.taken')
  const at = start.at.epochMilliseconds
  const { from, until } = windowOf({
    ...{ now: now.epochMilliseconds, zone: practiceZone, rules: { notice, horizon, grid } },
    window: { from: 0, until: Infinity },
  })
  if (at < from || at >= until) return refused('request.refused.taken')
  const system = practiceFor(viewer)
  const result = await orRefused(
    asViewer(system, async (tx) => {
      const moved = await moveVisit(system, { id, version, day, time }, now)
      if (moved.ok)
        await tellConsultant(
          tx,
          system,
          row.id,
          { what: 'moved', by: viewer.name, before: row.localStart },
          now,
        )
      return moved
    }),
  )
  return result.ok ? { ok: true, value: undefined } : saidToOwner(result)
}

/** Cancels a visit of the household. Refused later than the practice allows. The consultant is told. */
export async function cancelOwnVisit(
  viewer: GuardianViewer,
  { id, version, reason }: CancelOwnVisit,
  now: Temporal.Instant,
): Promise<Result> {
  const allowed = await mayChange(viewer, id, now)
  if ('reason' in allowed) return allowed
  const { row } = allowed
  const system = practiceFor(viewer)
  const result = await orRefused(
    asViewer(system, async (tx) => {
      const why = reason || text('request')('own.defaultReason')
      const cancelled = await cancelVisit(system, { id, version, reason: why }, now)
      if (cancelled.ok)
        await tellConsultant(
          tx,
          system,
          row.id,
          { what: 'cancelled', by: viewer.name, before: row.localStart },
          now,
        )
      return cancelled
    }),
  )
  return result.ok ? result : saidToOwner(result)
}

/** A visit of the household that it may change itself now; what changes meanwhile is found by its version. */
async function mayChange(viewer: GuardianViewer, visitId: string, now: Temporal.Instant) {
  const its = await asViewer(viewer, (tx) => ownVisit(tx, asGuardian(viewer), visitId))
  const may = ownerMay({ status: its.row.status, from: its.row.during.from }, its.hours, now)
  if (may === 'change') return its
  return refused(may === 'call' ? 'request.refused.late' : 'request.refused.over')
}

/** What the practice is told of other households stays there. */
const saidToOwner = ({ reason, theirs, version }: Refusal): Refusal =>
  reason === 'errors.conflict' && theirs && version !== undefined
    ? refused(reason, { theirs, version })
    : refused('request.refused.taken')

async function ownVisit(tx: Tx, viewer: GuardianViewer, visitId: string) {
  const [row] = await tx
    .select({
      row: visit,
      hours: practice.ownerChangeHours,
      practiceZone: practice.zone,
      practice: { name: practice.name, phone: practice.phone, email: practice.email },
      notice: service.noticeHours,
      horizon: service.horizonDays,
      maxDrive: service.maxTravelMinutes,
      serviceName: service.name,
      consultantName: member.name,
    })
    .from(visit)
    .innerJoin(practice, eq(practice.id, visit.practiceId))
    .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
    .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
    .where(and(ownVisits(viewer), eq(visit.id, idFrom(visitId))))
  return found(row)
}
