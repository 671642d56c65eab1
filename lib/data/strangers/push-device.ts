import { createECDH, randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { pushDevice as table } from '@/db/schema'
import { hashToken, newToken } from '@/lib/auth/session-token'
import { writeSession } from '@/lib/auth/sessions'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { addDevice, devicesOf, removeDevice } from '../push-device'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Now.instant()

/** Signs the target's guardian in on a device and answers with what would let it ring. */
async function asked({ household }: Target) {
  const token = newToken('ds')
  const { userId } = household.guardian
  await inTransaction({ purpose: 'auth' }, (tx) => writeSession(tx, { token, userId, device: null }, now))
  return {
    endpoint: 'https://push.example.com/of-the-target',
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
    session: hashToken(token).toString('base64url'),
  }
}

/** A browser of theirs that rings, written past the verbs: what they do themselves would look like a stranger's trace. */
async function ringing(target: Target): Promise<string> {
  const { endpoint, p256dh, auth, session } = await asked(target)
  const { practiceId, contactId, userId } = target.household.guardian
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  const keys = { p256dh: bytes(p256dh), auth: bytes(auth), sessionHash: bytes(session) }
  const [row] = await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .insert(table)
      .values({ practiceId, contactId, userId, endpoint, ...keys })
      .returning({ id: table.id }),
  )
  return row?.id ?? ''
}

export const pushDevice: Record<string, StrangerCase> = {
  devicesOf: async (stranger, target) => {
    const theirs = await ringing(target)
    return (await devicesOf(stranger as MemberViewer, null)).filter(({ id }) => id === theirs)
  },
  addDevice: async (stranger, target) => addDevice(stranger as MemberViewer, await asked(target), now),
  removeDevice: async (stranger, target) =>
    removeDevice(stranger as MemberViewer, { id: await ringing(target) }),
}
