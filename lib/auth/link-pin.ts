import { createHmac, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { secret } from '@/lib/env'

const slowly = promisify<string, string, number, Buffer>(scrypt)

/** Set for the address of one link only. */
export const pinCookie = 'doorstep.pin'
/** Seconds for which a browser need not say the PIN again. */
export const pinHolds = 12 * 3_600

/** A PIN as it is kept: slow to make, of this link and this server alone, since four digits are soon tried. */
export const hashPin = (linkId: string, pin: string): Promise<Buffer> =>
  slowly(pin, `pin:${linkId}:${secret()}`, 32)

export const isPin = async (linkId: string, pin: string, kept: Buffer): Promise<boolean> =>
  timingSafeEqual(await hashPin(linkId, pin), kept)

/** What a browser holds that said the PIN; another link's, or another PIN's, is worth nothing. */
export const proofOfPin = (linkId: string, pinHash: Buffer): string =>
  createHmac('sha256', secret())
    .update(`pin:${linkId}:${pinHash.toString('hex')}`)
    .digest('base64url')
