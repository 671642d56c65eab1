import { z } from 'zod'
import { optionalPlace } from '@/lib/domain/client/place-field'
import {
  integerBetween,
  optionalEmail,
  phone,
  requiredOptionOf,
  requiredText,
  requiredTime,
  shortText,
  tick,
  version,
} from '@/lib/domain/form/fields'
import { isZone } from '@/lib/domain/time/time'

export const unitChoices = ['metric', 'imperial'] as const
export const paperChoices = ['a4', 'letter'] as const

export const practiceSchema = z
  .object({
    version,
    name: requiredText,
    zone: requiredText.refine(isZone, 'notAZone'),
    units: requiredOptionOf(unitChoices),
    paper: requiredOptionOf(paperChoices),
    email: optionalEmail,
    phone,
    baseStreet: shortText,
    baseTown: shortText,
    base: optionalPlace,
    /** Wall times of the working day. */
    dayStart: requiredTime,
    dayEnd: requiredTime,
    /** Whether the temperature vetoes on the outdoor safety list. */
    temperatureBlocks: tick,
    /** Until how many hours before a visit its household changes it itself. */
    ownerChangeHours: integerBetween(0, 336).transform((hours) => hours ?? 24),
  })
  .refine(({ dayStart, dayEnd }) => dayStart < dayEnd, { path: ['dayEnd'], message: 'endBeforeStart' })

export type PracticeChange = z.output<typeof practiceSchema>
