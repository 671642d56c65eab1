import { z } from 'zod'
import { longText, requiredId, shortText, tick } from '@/lib/domain/form/fields'

/** What a door card says in words, in the order it is read in. */
export const doorParts = ['parking', 'exits', 'hiding', 'bring', 'know'] as const
export type DoorPart = (typeof doorParts)[number]

/** `version` 0 where nothing was written yet. An empty code leaves the one that is kept; `forget` takes it away. */
export const doorSchema = z.object({
  clientId: requiredId,
  version: z.coerce.number('invalid').int('invalid').min(0, 'invalid'),
  parking: longText,
  exits: longText,
  hiding: longText,
  bring: longText,
  know: longText,
  code: shortText,
  forget: tick,
})
export type DoorChange = z.output<typeof doorSchema>

export const revealSchema = z.object({ visitId: requiredId })
export type RevealCode = z.output<typeof revealSchema>
