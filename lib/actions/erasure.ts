'use server'
import { askErasure, confirmErasure, refuseErasure, withdrawErasure } from '@/lib/data/erasure'
import {
  askErasureSchema,
  confirmErasureSchema,
  erasureIdSchema,
  refuseErasureSchema,
} from '@/lib/domain/erasure/schema'
import { defineAction } from './define'

export const askToBeErased = defineAction({ as: 'guardian', schema: askErasureSchema, verb: askErasure })

export const withdrawWish = defineAction({ as: 'guardian', schema: erasureIdSchema, verb: withdrawErasure })

export const confirmOneErasure = defineAction({
  as: 'member',
  schema: confirmErasureSchema,
  verb: confirmErasure,
})

export const refuseOneErasure = defineAction({
  as: 'member',
  schema: refuseErasureSchema,
  verb: refuseErasure,
})
