import { Temporal } from 'temporal-polyfill'
import type { HomeKit } from '@/lib/domain/kit/home-kit'
import type { Kit } from '@/lib/domain/kit/kit'
import { unpacked } from '@/lib/domain/kit/pack'
import { begunOf } from '@/lib/domain/observation/live/known'
import type { Owner } from '@/lib/domain/sync/queue'
import { dayOf } from '@/lib/domain/time/time'
import { deviceNow } from '@/lib/domain/time/device-clock'
import { lookOf } from './look'
import { read, remove, write } from './vault'
import { watchedOf } from './watched-here'

/** By this device's clock. */
export const instantHere = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(deviceNow())

/** Fetches today of whoever is signed in, or the logs of their household, and keeps it; says why not otherwise. */
export async function takeAlong(): Promise<Kit | HomeKit | 'signedOut' | 'noSignal'> {
  const answer = await fetch('/api/kit/v1', { method: 'POST' }).catch(() => null)
  if (answer?.status === 401 || answer?.status === 404) return 'signedOut'
  if (!answer?.ok) return 'noSignal'
  const sent: unknown = await answer.json()
  const kit = unpacked(sent) as Kit | HomeKit
  await navigator.storage.persist?.()
  if ('sheets' in kit) {
    await write(kit.owner, 'home', sent)
    return kit
  }
  const before = await keptDay(kit.owner)
  if (before) await leaveBehind(before)
  await write(kit.owner, 'kit', sent)
  for (const { door, watched } of kit.visits) await write(kit.owner, watchedOf(door.id), begunOf(watched))
  return kit
}

/** The logs of a household that are on this device. */
export async function keptHome(owner: Owner): Promise<HomeKit | null> {
  const sent = await read<unknown>(owner, 'home')
  return sent ? (unpacked(sent) as HomeKit) : null
}

/** The day that is on this device; one that is over is taken away. */
export async function keptDay(owner: Owner): Promise<Kit | null> {
  const sent = await read<unknown>(owner, 'kit')
  const kit = sent ? (unpacked(sent) as Kit) : null
  if (!kit || kit.day.equals(dayOf(instantHere(), kit.zone))) return kit
  await remove(owner, 'kit')
  await leaveBehind(kit)
  return null
}

/** What was gone on with at the homes of a day; what is not sent waits in the queue. */
async function leaveBehind({ owner, visits }: Kit): Promise<void> {
  for (const { door } of visits)
    for (const name of [lookOf(door.id), watchedOf(door.id)]) await remove(owner, name)
}
