'use server'
import { recordSafetyItem, withdrawSafetyItem } from '@/lib/data/safety'
import { safetyItemSchema, withdrawSafetySchema } from '@/lib/domain/safety/forms'
import { defineAction } from './define'
import { withNow } from './with-now'

export const tickSafetyItem = defineAction({
  as: 'member',
  schema: safetyItemSchema,
  verb: withNow(recordSafetyItem),
  said: 'session.safety.kept',
})

export const takeSafetyItemBack = defineAction({
  as: 'member',
  schema: withdrawSafetySchema,
  verb: withNow(withdrawSafetyItem),
  said: 'session.safety.withdrawn',
})
