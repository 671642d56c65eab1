'use server'
import { moveTogether } from '@/lib/data/day-order'
import { noteHeld, setOut as goes, takeBackTap } from '@/lib/data/visit-taps'
import { moveTogetherSchema } from '@/lib/domain/visit/move-together'
import { pressVisitSchema } from '@/lib/domain/visit/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const setOut = defineAction({ as: 'member', schema: pressVisitSchema, verb: goes })

export const held = defineAction({ as: 'member', schema: pressVisitSchema, verb: noteHeld })

export const takeBack = defineAction({ as: 'member', schema: pressVisitSchema, verb: takeBackTap })

export const reorderDay = defineAction({
  as: 'member',
  schema: moveTogetherSchema,
  verb: moveTogether,
  then: ({ day, who }) => paths.today(day, who),
})
