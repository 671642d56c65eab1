'use server'
import { completePlan, resumePlan, takeDecision } from '@/lib/data/plan'
import { startPlan } from '@/lib/data/plan-start'
import { undoStageEntry } from '@/lib/data/plan-undo'
import { changeVersion } from '@/lib/data/plan-version'
import {
  changeVersionSchema,
  completePlanSchema,
  decisionSchema,
  resumePlanSchema,
  startPlanFormSchema,
  undoEntrySchema,
} from '@/lib/domain/plan/forms'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const beginPlan = defineAction({
  as: 'member',
  schema: startPlanFormSchema,
  verb: startPlan,
  then: ({ animalId }) => paths.animal(animalId),
})

export const decide = defineAction({
  as: 'member',
  schema: decisionSchema,
  verb: takeDecision,
  then: ({ animalId }) => paths.animal(animalId),
})

export const resume = defineAction({
  as: 'member',
  schema: resumePlanSchema,
  verb: resumePlan,
  then: ({ animalId }) => paths.animal(animalId),
})

export const complete = defineAction({
  as: 'member',
  schema: completePlanSchema,
  verb: completePlan,
  then: ({ animalId }) => paths.animal(animalId),
})

export const moveToVersion = defineAction({
  as: 'member',
  schema: changeVersionSchema,
  verb: changeVersion,
  then: ({ animalId }) => paths.animal(animalId),
})

export const undoChange = defineAction({
  as: 'member',
  schema: undoEntrySchema,
  verb: undoStageEntry,
  said: 'plan.undone',
})
