import { z } from 'zod'
import {
  flag,
  integerBetween,
  listOf,
  longText,
  optionalDay,
  optionOf,
  requiredId,
  shortText,
  tick,
} from '@/lib/domain/form/fields'
import { decisions } from '@/lib/domain/plan/words'

/** What kept a household from practising. */
export const obstacles = ['time', 'confidence', 'cat_unwilling', 'gear', 'other'] as const
/** The five pillars of a healthy feline environment (AAFP/ISFM 2013): 0 missing, 1 partly, 2 fine. */
export const pillars = ['safe_place', 'resources', 'play', 'contact', 'smell'] as const

const pillar = integerBetween(0, 2)
const count = integerBetween(0, 40)

/** The part of a note that speaks of the whole visit. */
export const noteBodySchema = z.object({
  present: shortText,
  place: shortText,
  weather: shortText,
  consentChanges: longText,
  /** Days practised since the last visit, 0-7. */
  daysPractised: integerBetween(0, 7),
  obstacles: listOf(obstacles),
  triedBefore: longText,
  pillars: z
    .object({ safe_place: pillar, resources: pillar, play: pillar, contact: pillar, smell: pillar })
    .prefault({}),
  /** Which rooms there are, and how many of what cats share (lib/domain/note/resources). */
  rooms: shortText,
  resources: z.object({ trays: count, water: count, hides: count, perches: count }).prefault({}),
  homeGaps: longText,
  /** To the household, in the consultant's words: stands at the top of the summary. */
  letter: longText,
})
export type NoteBody = z.output<typeof noteBodySchema>
export const emptyBody: NoteBody = noteBodySchema.parse({ pillars: {} })

/** One animal's part: observed, measured, planned. Seconds, grams, millimetres, metres. */
export const animalBlockSchema = z.object({
  seen: longText,
  /** Cat Stress Score ranks, 1 fully relaxed to 7 terrorised (Kessler & Turner 1997). */
  cssStart: integerBetween(1, 7),
  cssPeak: integerBetween(1, 7),
  cssEnd: integerBetween(1, 7),
  latencyApproachSec: integerBetween(0, 7200),
  latencyEatSec: integerBetween(0, 7200),
  latencyStepSec: integerBetween(0, 7200),
  longestCalmSec: integerBetween(0, 14_400),
  signsPerMinute: integerBetween(0, 60),
  trialsOk: integerBetween(0, 5),
  recoverySec: integerBetween(0, 14_400),
  nearestTrigger: shortText,
  triggerDistanceM: integerBetween(0, 500),
  weightGrams: integerBetween(50, 30_000),
  girthMm: integerBetween(30, 900),
  neckMm: integerBetween(20, 700),
  lengthMm: integerBetween(20, 700),
  twoFingers: flag,
  backOutTest: flag,
  gear: shortText,
  nextExercise: shortText,
  vetReferral: longText,
})
export type AnimalBlock = z.output<typeof animalBlockSchema>
export const emptyBlock: AnimalBlock = animalBlockSchema.parse({})

/** 0 where no draft was saved yet. */
const draftVersion = z.coerce.number('invalid').int('invalid').min(0, 'invalid')
const ofVisit = { visitId: requiredId, version: draftVersion }

export const noteDraftSchema = z.object({
  ...ofVisit,
  body: noteBodySchema,
  /** For the practice's eyes. */
  internal: longText,
  animals: z
    .array(z.object({ animalId: requiredId, block: animalBlockSchema }))
    .max(40, 'tooLong')
    .default([]),
})
export type NoteDraft = z.output<typeof noteDraftSchema>

export const noteDecisionsSchema = z.object({
  ...ofVisit,
  animals: z
    .array(
      z.object({
        animalId: requiredId,
        decision: optionOf(decisions),
        reason: longText,
        pauseUntil: optionalDay,
        ticks: z.preprocess(
          (value) => (typeof value === 'string' ? [value] : (value ?? [])),
          z.array(z.string().max(40)),
        ),
      }),
    )
    .max(40, 'tooLong')
    .default([]),
})
export type NoteDecisions = z.output<typeof noteDecisionsSchema>

/** Up to three sentences an exercise; empty ones fall away. */
export const homeworkItemSchema = z.object({
  exercise: shortText,
  sentences: z
    .array(z.string().trim().max(300, 'tooLong'))
    .max(3, 'tooLong')
    .default([])
    .transform((lines) => lines.filter(Boolean)),
  dose: shortText,
  good: shortText,
  stop: shortText,
})
export type HomeworkDraft = z.output<typeof homeworkItemSchema>

export const noteSignatureSchema = z.object({
  ...ofVisit,
  animals: z
    .array(
      z.object({ animalId: requiredId, homework: z.array(homeworkItemSchema).max(4, 'tooLong').default([]) }),
    )
    .max(40, 'tooLong')
    .default([]),
  read: tick.refine(Boolean, 'note.readFirst'),
})
export type NoteSignature = z.output<typeof noteSignatureSchema>

export const summaryToSendSchema = z.object({ visitId: requiredId })

export const amendmentSchema = z.object({
  visitId: requiredId,
  /** The field that is corrected (lib/domain/note/correctable); left out where something is only added. */
  field: z.string().max(100, 'invalid').optional(),
  body: z.string('required').trim().min(1, 'required').max(4000, 'tooLong'),
  reason: z.string('required').trim().min(1, 'required').max(500, 'tooLong'),
  shown: tick,
})
export type AmendmentDraft = z.output<typeof amendmentSchema>

export const draftShareSchema = z.object({ visitId: requiredId, memberId: requiredId })
export type DraftShare = z.output<typeof draftShareSchema>
