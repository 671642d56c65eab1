import { and, asc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { sqlState, type Tx } from '@/db/client'
import { member, visit } from '@/db/schema'
import { canRunPractice } from '@/lib/domain/access/can'
import type { Role } from '@/lib/domain/access/roles'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { Invitation, Removal, RoleChange } from '@/lib/domain/member/schema'
import { done, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { holdingStatuses } from '@/lib/domain/visit/status'
import { dayShort, timeRangeOfWall } from '@/lib/format/dates'
import { invitationMail } from '@/lib/mail/messages'
import { enqueue } from '@/lib/mail/outbox'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { takeTurns } from './booking-wall'

/** Those who work in the practice see each other; a household and a share link see nobody here. */
const visibleMembers = (viewer: Viewer) =>
  and(
    eq(member.practiceId, viewer.practiceId),
    isNull(member.removedAt),
    viewer.kind === 'member' || viewer.kind === 'system' ? undefined : sql`false`,
  )

export type MemberLine = {
  id: string
  name: string
  email: string
  role: Role
  isMe: boolean
  visitsAhead: number
}

/** Everybody who works here, owners first, with the number of visits that lie ahead of each. */
export function membersOf(viewer: Viewer, now: Temporal.Instant): Promise<MemberLine[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select({
        id: member.id,
        name: member.name,
        email: member.email,
        role: member.role,
        visitsAhead: sql<number>`(select count(*)::int from ${visit}
          where ${isAheadOf(viewer, member.id, now)})`,
      })
      .from(member)
      .where(visibleMembers(viewer))
      .orderBy(asc(member.role), asc(sql`lower(${member.name})`))
    return rows.map((row) => ({ ...row, isMe: viewer.kind === 'member' && row.id === viewer.memberId }))
  })
}

/**
 * Lets somebody work here from now on and writes to them. Refused for anybody but a practice owner, and where
 * the address already belongs to a member.
 */
export function inviteMember(viewer: MemberViewer, invitation: Invitation): Promise<Result<{ id: string }>> {
  return asViewer(viewer, async (tx) => {
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    const { name, email, role } = invitation
    const [person] = await tx.execute<{ id: string }>(sql`select app.ensure_user(${email}, ${name}) as id`)
    const userId = found(person).id
    await lockTeam(tx, viewer)
    const here = await tx
      .select({ id: member.id })
      .from(member)
      .where(and(visibleMembers(viewer), eq(member.userId, userId)))
    if (here.length > 0)
      return refused('settings.alreadyMember', { fields: { email: 'settings.alreadyMember' } })
    const [row] = await tx
      .insert(member)
      .values({ practiceId: viewer.practiceId, userId, name, email, role })
      .returning({ id: member.id })
    const { id } = found(row)
    await enqueue(tx, {
      practiceId: viewer.practiceId,
      kind: 'invitation',
      to: email,
      reader: { memberId: id },
      letter: () => invitationMail({ practiceName: viewer.practiceName, inviter: viewer.name, role }),
      dedupeKey: `invitation:${id}`,
    })
    await audit(tx, viewer, 'invite', 'member', id, { role })
    return done({ id })
  })
}

/**
 * Gives a member another role; they sign in again. Refused for anybody but a practice owner, and where it
 * would leave the practice without one.
 */
export function changeRole(viewer: MemberViewer, { memberId, role }: RoleChange): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    await lockTeam(tx, viewer)
    const whom = await memberToChange(tx, viewer, memberId)
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    if (whom.role === role) return done()
    if (whom.role === 'owner' && (await isLastOwner(tx, viewer, whom.id)))
      return refused('settings.lastOwner')
    await tx
      .update(member)
      .set({ role })
      .where(and(visibleMembers(viewer), eq(member.id, whom.id)))
    await tx.execute(sql`select app.sign_out_everywhere(${whom.userId})`)
    await audit(tx, viewer, 'change-role', 'member', whom.id, { from: whom.role, to: role })
    return done()
  })
}

/**
 * Ends a member's work here: signed out at once, visits ahead handed to a colleague in the same transaction.
 * Refused for anybody but a practice owner, for the last owner, without a colleague where visits lie ahead,
 * and where one of them overlaps a visit of the colleague's, with the list.
 */
export async function removeMember(
  viewer: MemberViewer,
  { memberId, to }: Removal,
  now: Temporal.Instant,
): Promise<Result> {
  try {
    return await asViewer(viewer, async (tx) => {
      await lockTeam(tx, viewer)
      const whom = await memberToChange(tx, viewer, memberId)
      if (!canRunPractice(viewer)) return refused('errors.notAllowed')
      if (whom.role === 'owner' && (await isLastOwner(tx, viewer, whom.id)))
        return refused('settings.lastOwner')
      const refusal = await handOver(tx, viewer, whom, to, now)
      if (refusal) return refusal
      await tx
        .update(member)
        .set({ removedAt: now })
        .where(and(visibleMembers(viewer), eq(member.id, whom.id)))
      await tx.execute(sql`select app.sign_out_everywhere(${whom.userId})`)
      await audit(tx, viewer, 'remove', 'member', whom.id, to ? { visitsTo: to } : undefined)
      return done()
    })
  } catch (error) {
    if (sqlState(error) === '23P01') return refused('settings.handOverRaced')
    throw error
  }
}

/** The visits of a member that are still to come, as a condition. */
const isAheadOf = (viewer: Viewer, memberId: SQL | typeof member.id | string, now: Temporal.Instant) =>
  sql`${visit.practiceId} = ${viewer.practiceId} and ${visit.consultantId} = ${memberId}
    and ${visit.status} in ('booked', 'confirmed') and upper(${visit.during}) > ${now.toString()}::timestamptz`

async function handOver(
  tx: Tx,
  viewer: Viewer,
  whom: MemberRow,
  to: string | undefined,
  now: Temporal.Instant,
): Promise<Refusal | null> {
  if (to && to !== whom.id) await takeTurns(tx, [whom.id, to])
  const ahead = await tx
    .select({ id: visit.id })
    .from(visit)
    .where(isAheadOf(viewer, whom.id, now))
    .for('update')
  if (ahead.length === 0) return null
  if (!to || to === whom.id) return refused('settings.whoTakesOver', { fields: { to: 'errors.required' } })
  const colleague = await memberToChange(tx, viewer, to)
  if (colleague.role === 'assistant')
    return refused('settings.takerMustTrain', { fields: { to: 'errors.invalid' } })
  const overlaps = await overlapsOf(tx, viewer, whom.id, colleague.id, now)
  if (overlaps.length > 0) {
    const values = { name: colleague.name, list: overlaps.join('; ') }
    return refused('settings.handOverOverlaps', { values })
  }
  await tx
    .update(visit)
    .set({ consultantId: colleague.id, beside: [], version: sql`${visit.version} + 1` })
    .where(isAheadOf(viewer, whom.id, now))
  return null
}

/** The visits that the colleague cannot take over, as a person reads them. */
async function overlapsOf(
  tx: Tx,
  viewer: Viewer,
  from: string,
  to: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const holding = sql.join(
    holdingStatuses.map((status) => sql`${status}`),
    sql`, `,
  )
  const rows = await tx
    .select({ localStart: visit.localStart, minutes: visit.minutes, zone: visit.zone })
    .from(visit)
    .where(
      and(
        isAheadOf(viewer, from, now),
        sql`exists (select 1 from app.visit theirs where theirs.practice_id = ${viewer.practiceId}
          and theirs.consultant_id = ${to} and theirs.status in (${holding}) and theirs.blocked && ${visit.blocked})`,
      ),
    )
    .orderBy(asc(visit.localStart))
  return rows.map(({ localStart, minutes, zone }) => {
    const day = dayShort(localStart.toPlainDate(), zone)
    return `${day} ${timeRangeOfWall(localStart, minutes)}`
  })
}

type MemberRow = { id: string; userId: string; name: string; role: Role }

/** A member of this practice by an id from outside; NotFound for anybody else's. */
async function memberToChange(tx: Tx, viewer: Viewer, id: string): Promise<MemberRow> {
  const [row] = await tx
    .select({ id: member.id, userId: member.userId, name: member.name, role: member.role })
    .from(member)
    .where(and(visibleMembers(viewer), eq(member.id, idFrom(id))))
  return found(row)
}

/** Changes of a team come one after the other, so that two owners cannot remove each other at once. */
async function lockTeam(tx: Tx, viewer: Viewer): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('team'), hashtext(${viewer.practiceId}))`)
}

async function isLastOwner(tx: Tx, viewer: Viewer, id: string): Promise<boolean> {
  const others = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(visibleMembers(viewer), eq(member.role, 'owner'), ne(member.id, id)))
    .limit(1)
  return others.length === 0
}
