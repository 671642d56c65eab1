import { z } from 'zod'
import { tick } from '@/lib/domain/form/fields'

/** Making and ending say nothing more: a feed is one's own, and begins with as little as a calendar needs. */
export const ownFeedSchema = z.object({})

/** What a feed tells beyond the least: households, addresses and phones; the way there. */
export const feedChoicesSchema = z.object({ details: tick, travel: tick })
export type FeedChoices = z.output<typeof feedChoicesSchema>
