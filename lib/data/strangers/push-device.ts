import { createECDH, randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
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

async function ringing(target: Target): Promise<string> {
  await addDevice(target.household.guardian, await asked(target), now)
  return (await devicesOf(target.household.guardian, null))[0]?.id ?? ''
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
