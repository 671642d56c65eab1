import { z } from 'zod'
import { flag, integerBetween, listOf, longText, shortText } from '@/lib/domain/form/fields'

/** What kept a household from practising. */
export const obstacles = ['time', 'confidence', 'cat_unwilling', 'gear', 'other'] as const
/** The five pillars of a healthy feline environment (AAFP/ISFM 2013): 0 missing, 1 partly, 2 fine. */
export const pillars = ['safe_place', 'resources', 'play', 'contact', 'smell'] as const

const pillar = integerBetween(0, 2)

/** The part of a note that speaks of the whole visit. */
export const noteBodySchema = z.object({
  present: shortText,
  place: shortText,
  weather: shortText,
  consentChanges: longText,
  daysPractised: integerBetween(0, 7),
  obstacles: listOf(obstacles),
  triedBefore: longText,
  pillars: z
    .object({ safe_place: pillar, resources: pillar, play: pillar, contact: pillar, smell: pillar })
    .partial(),
  homeGaps: longText,
  /** The household's own words from the practice: stands at the top of the summary. */
  letter: longText,
})
export type NoteBody = z.infer<typeof noteBodySchema>

export const homeworkItemSchema = z.object({
  exercise: shortText,
  /** At most three sentences; empty ones fall away. */
  sentences: z
    .array(z.string().trim().max(300, 'tooLong'))
    .max(3, 'tooLong')
    .transform((lines) => lines.filter(Boolean)),
  dose: shortText,
  good: shortText,
  stop: shortText,
})

/** One animal's part: observed, measured, next. */
export const animalBlockSchema = z.object({
  seen: longText,
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
  homework: z.array(homeworkItemSchema).max(4, 'tooLong').default([]),
})
export type AnimalBlock = z.infer<typeof animalBlockSchema>
