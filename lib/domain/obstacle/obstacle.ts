import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { requiredDay, requiredId, requiredOptionOf } from '@/lib/domain/form/fields'

/** What gets in the way of homework, one tap each. It is told to the consultant and never scored. */
export const obstacles = ['no_time', 'hid', 'unsure', 'worried', 'visitors', 'ill'] as const
export type Obstacle = (typeof obstacles)[number]

export const obstacleKey = z.object({ animalId: requiredId, day: requiredDay })
export const obstacleSchema = obstacleKey.extend({ obstacle: requiredOptionOf(obstacles) })

/** A day without a session, and what got in the way. */
export type ToldDay = { day: Temporal.PlainDate; obstacle: Obstacle }
