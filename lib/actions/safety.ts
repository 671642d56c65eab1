'use server'
import { recordSafetyItem, withdrawSafetyItem } from '@/lib/data/safety'
import { safetyItemSchema, withdrawSafetySchema } from '@/lib/domain/safety/forms'
import { defineAction } from './define'

export const tickSafetyItem = defineAction({
  as: 'member',
  schema: safetyItemSchema,
  verb: recordSafetyItem,
  said: 'session.safety.kept',
})

export const takeSafetyItemBack = defineAction({
  as: 'member',
  schema: withdrawSafetySchema,
  verb: withdrawSafetyItem,
  said: 'session.safety.withdrawn',
})
