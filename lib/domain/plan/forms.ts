import { z } from 'zod'
import {
  longText,
  optionalDay,
  optionalId,
  requiredId,
  requiredLongText,
  requiredOptionOf,
} from '@/lib/domain/form/fields'
import { homeworkItemSchema } from '@/lib/domain/note/schema'
import { startPlanSchema } from './start'
import { decisions, outcomes } from './words'

// The forms that move a plan. What may be decided is asked of the domain again when it is taken.

/** Ticks come as several fields of one name, as one plain value, or not at all. */
const tickKeys = z.preprocess(
  (value) =>
    value === undefined || value === '' ? [] : Array.isArray(value) ? value.filter(Boolean) : [value],
  z.array(z.string().max(60, 'tooLong')).max(30, 'tooMany'),
)
/** The latest entry that the person saw; a newer one means somebody was faster. */
const seenEntryId = optionalId

const given = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const stageKey = z.preprocess(given, z.string().max(40, 'tooLong').optional())

export const startPlanFormSchema = startPlanSchema.extend({ animalId: requiredId })
export type StartPlanForm = z.output<typeof startPlanFormSchema>

export const decisionSchema = z.object({
  animalId: requiredId,
  decision: requiredOptionOf(decisions),
  reason: longText,
  pauseUntil: optionalDay,
  /** Where a step back leads; the stage before where left out. */
  toStageKey: stageKey,
  noteId: optionalId,
  /** Keys of the stage's ticks that were set. */
  ticksSet: tickKeys,
  seenEntryId,
})
export type DecisionForm = z.output<typeof decisionSchema>

export const resumePlanSchema = z.object({
  animalId: requiredId,
  /** Where a plan is reopened; a pause ends where it began. */
  toStageKey: stageKey,
  reason: longText,
  seenEntryId,
})
export type ResumePlan = z.output<typeof resumePlanSchema>

export const completePlanSchema = z.object({
  animalId: requiredId,
  outcome: requiredOptionOf(outcomes),
  /** The end in one's own words: they stand on the household's page. */
  reason: requiredLongText,
  ticksSet: tickKeys,
  seenEntryId,
})
export type CompletePlan = z.output<typeof completePlanSchema>

export const changeVersionSchema = z.object({
  animalId: requiredId,
  protocolId: requiredId,
  /** Only where the stage of today is gone there. */
  toStageKey: stageKey,
  reason: requiredLongText,
  seenEntryId,
})
export type ChangeVersion = z.output<typeof changeVersionSchema>

export const undoEntrySchema = z.object({ entryId: requiredId })
export type UndoEntry = z.output<typeof undoEntrySchema>

export const setHomeworkSchema = z.object({
  animalId: requiredId,
  noteId: optionalId,
  items: z.array(homeworkItemSchema).max(4, 'tooLong').default([]),
})
export type SetHomework = z.output<typeof setHomeworkSchema>
