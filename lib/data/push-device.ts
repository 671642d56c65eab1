import { and, asc, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { authSession, pushDevice } from '@/db/schema'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import type { PushDeviceForm } from '@/lib/domain/news/schema'
import { done, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { ownPerson } from './own-person'

type PersonViewer = MemberViewer | GuardianViewer

/** A person's own browsers: those who work with them see none of them either. */
const ownDevices = (viewer: PersonViewer) =>
  and(
    eq(pushDevice.practiceId, viewer.practiceId),
    eq(pushDevice.userId, viewer.userId),
    eq(pushDevice.personId, ownPerson(viewer).id),
  )

export type PushDevice = { id: string; name: string | null; since: Temporal.Instant; isThisOne: boolean }

/** The browsers that ring for the viewer, the first first; `current` is the hash of this browser's token. */
export function devicesOf(viewer: PersonViewer, current: Buffer | null): Promise<PushDevice[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select({
        id: pushDevice.id,
        name: pushDevice.name,
        since: pushDevice.createdAt,
        sessionHash: pushDevice.sessionHash,
      })
      .from(pushDevice)
      .where(ownDevices(viewer))
      .orderBy(asc(pushDevice.createdAt), asc(pushDevice.id))
    return rows.map(({ sessionHash, ...row }) => ({
      ...row,
      isThisOne: current?.equals(sessionHash) ?? false,
    }))
  })
}

/**
 * Lets this browser ring from now on; switched on again it is the same one, with a new address. It hangs on the
 * sign-in it came with, which has to be the viewer's own: another's is not there.
 */
export function addDevice(
  viewer: PersonViewer,
  input: PushDeviceForm,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const { practiceId, userId } = viewer
    const { row: person } = ownPerson(viewer)
    const sessionHash = Buffer.from(input.session, 'base64url')
    await tx.execute(sql`select set_config('app.purpose', 'auth', true)`)
    const [signIn] = await tx
      .select({ name: authSession.device })
      .from(authSession)
      .where(and(eq(authSession.tokenHash, sessionHash), eq(authSession.userId, userId)))
    await tx.execute(sql`select set_config('app.purpose', '', true)`)
    const { name } = found(signIn)
    const address = {
      endpoint: input.endpoint,
      p256dh: Buffer.from(input.p256dh, 'base64url'),
      auth: Buffer.from(input.auth, 'base64url'),
    }
    const sameBrowser = and(
      eq(pushDevice.practiceId, practiceId),
      eq(pushDevice.userId, userId),
      eq(pushDevice.sessionHash, sessionHash),
    )
    await tx.delete(pushDevice).where(sameBrowser)
    const [row] = await tx
      .insert(pushDevice)
      .values({ practiceId, ...person, userId, sessionHash, name, createdAt: now, ...address })
      .returning({ id: pushDevice.id })
    const { id } = found(row)
    await audit(tx, viewer, 'add', 'push-device', id)
    return done()
  })
}

/** Takes one of the viewer's own browsers off the list; it rings no more. */
export function removeDevice(viewer: PersonViewer, { id }: { id: string }): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const [gone] = await tx
      .delete(pushDevice)
      .where(and(ownDevices(viewer), eq(pushDevice.id, idFrom(id))))
      .returning({ id: pushDevice.id })
    await audit(tx, viewer, 'remove', 'push-device', found(gone).id)
    return done()
  })
}
