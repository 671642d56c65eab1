import { z } from 'zod'
import { listOf, requiredId, tick } from '@/lib/domain/form/fields'
import { matters } from './kinds'

const hour = z.coerce.number('required').int('notANumber').min(0, 'outOfRange').max(23, 'outOfRange')

/** The matters somebody wants in the list and on their devices: what is not ticked is not wanted. */
export const newsChoiceSchema = z.object({
  shown: listOf(matters),
  rings: listOf(matters),
  quietFrom: hour,
  quietUntil: hour,
  flagsAnytime: tick,
})
export type NewsChoiceForm = z.output<typeof newsChoiceSchema>

/** So many bytes in base64url, which is so many letters. */
const bytes = (length: number) =>
  z.string('required').regex(new RegExp(`^[\\w-]{${Math.ceil((length * 4) / 3)}}$`), 'invalid')

/** What a browser gives to reach it: an https address of its maker's, and two keys (RFC 8291). */
export const pushDeviceSchema = z.object({
  endpoint: z.string('required').trim().max(1000, 'tooLong').refine(isPushAddress, 'invalid'),
  p256dh: bytes(65),
  auth: bytes(16),
  /** Of the sign-in it came with: the hash of its token. The browser does not know it, see lib/actions. */
  session: bytes(32),
})
export type PushDeviceForm = z.output<typeof pushDeviceSchema>

export const oneDeviceSchema = z.object({ id: requiredId })

/** Where a browser's maker takes pushes: https on its usual port at a name. What the name leads to is looked at when ringing. */
function isPushAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return (
    url?.protocol === 'https:' &&
    url.port === '' &&
    !url.username &&
    !url.password &&
    !url.hash &&
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(url.hostname)
  )
}
