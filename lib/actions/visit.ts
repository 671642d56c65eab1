'use server'
import { bookVisit as book } from '@/lib/data/booking'
import {
  moveVisit as move,
  reassignVisit as reassign,
  restoreVisit as restore,
} from '@/lib/data/booking-change'
import { arriveAtVisit, cancelVisit as cancel, leaveVisit, markNoShow } from '@/lib/data/visit-press'
import { undoVisitChange } from '@/lib/data/visit-undo'
import * as schema from '@/lib/domain/visit/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const bookVisit = defineAction({
  as: 'member',
  schema: schema.bookVisitSchema,
  verb: book,
  then: ({ visitId }) => paths.visit(visitId),
})

export const moveVisit = defineAction({
  as: 'member',
  schema: schema.moveVisitSchema,
  verb: move,
  then: ({ visitId }) => paths.visit(visitId),
})

export const reassignVisit = defineAction({
  as: 'member',
  schema: schema.reassignVisitSchema,
  verb: reassign,
})

export const restoreVisit = defineAction({
  as: 'member',
  schema: schema.restoreVisitSchema,
  verb: restore,
})

export const cancelVisit = defineAction({
  as: 'member',
  schema: schema.cancelVisitSchema,
  verb: cancel,
})

export const arrive = defineAction({
  as: 'member',
  schema: schema.pressVisitSchema,
  verb: arriveAtVisit,
})

export const leave = defineAction({
  as: 'member',
  schema: schema.pressVisitSchema,
  verb: leaveVisit,
})

export const noShow = defineAction({
  as: 'member',
  schema: schema.pressVisitSchema,
  verb: markNoShow,
})

export const undoVisit = defineAction({ as: 'member', schema: schema.undoVisitSchema, verb: undoVisitChange })
