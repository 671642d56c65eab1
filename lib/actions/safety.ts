'use server'
import { recordSafetyItem, withdrawSafetyItem } from '@/lib/data/safety'
import { safetyItemSchema, withdrawSafetySchema } from '@/lib/domain/safety/forms'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

/** One tap at the door: the list stays and the line moves to what holds. */
export const tickSafetyItem = defineAction({
  as: 'member',
  schema: safetyItemSchema,
  verb: recordSafetyItem,
})

/** From the page of an item, back to the list. */
export const keepSafetyItem = defineAction({
  as: 'member',
  schema: safetyItemSchema,
  verb: recordSafetyItem,
  then: ({ animalId }) => paths.animalSafety(animalId),
})

export const takeSafetyItemBack = defineAction({
  as: 'member',
  schema: withdrawSafetySchema,
  verb: withdrawSafetyItem,
  said: 'safety.withdrawn',
})
