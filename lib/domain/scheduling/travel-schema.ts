import { z } from 'zod'
import { optionalPlace } from '@/lib/domain/client/place-field'
import { version } from '@/lib/domain/form/fields'

const given = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const number = (low: number, high: number) =>
  z.preprocess(
    given,
    z
      .string('required')
      .transform((text) => Number(text.replace(',', '.')))
      .pipe(z.number('notANumber').min(low, 'outOfRange').max(high, 'outOfRange')),
  )

/** How a practice reckons its drives. `speed` in km/h whatever the practice's units; parking in minutes. */
export const travelSchema = z.object({
  version,
  base: optionalPlace,
  circuity: number(1, 3),
  speed: number(5, 120),
  parking: number(0, 60).pipe(z.number().int('notANumber')),
})
export type TravelChange = z.output<typeof travelSchema>

/** What calibration proposed, sent back as it was read. */
export const calibrationSchema = travelSchema.pick({ version: true, circuity: true, speed: true })
export type CalibrationChange = z.output<typeof calibrationSchema>
