import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { requiredDay, requiredId } from '@/lib/domain/form/fields'

/** "visit id/version/2026-05-14T10:15": one visit and the wall time of its home it goes to. */
const move = z
  .string()
  .regex(/^[0-9a-f-]{36}\/\d{1,9}\/\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/i, 'invalid')
  .transform((text) => {
    const [id = '', version = '', wall = ''] = text.split('/')
    return { id, version: Number(version), wall }
  })
  .refine(({ wall }) => isWall(wall), 'notADate')

function isWall(text: string): boolean {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).second === 0
  } catch {
    return false
  }
}

/** Visits of one day that move together, and the day they are of, to come back to. */
export const moveTogetherSchema = z.object({
  moves: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(' ') : value),
    z.array(move).min(1, 'invalid').max(30, 'invalid'),
  ),
  day: requiredDay,
  who: requiredId,
})
export type MoveTogether = z.output<typeof moveTogetherSchema>

export const moveText = (one: { id: string; version: number; wall: string }): string =>
  `${one.id}/${one.version}/${one.wall}`
