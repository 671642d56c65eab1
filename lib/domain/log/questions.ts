import type { Temporal } from 'temporal-polyfill'
import type { Place } from '@/lib/domain/observation/vocabulary'
import type { Stage, StagePlace } from '@/lib/domain/protocol/protocol'
import { ownersLookBackDays } from '@/lib/domain/session/recordable'

/** The owner's homework log in the order of the screen: nine taps, one thumb, under a minute. */
export const ownerQuestions = [
  'exercise',
  'when',
  'duration',
  'reps',
  'body',
  'signs',
  'food',
  'choice',
  'recovery',
  'leash',
  'ended',
  'triggers',
  'place',
  'alarm',
  'mood',
  'note',
] as const
export type OwnerQuestion = (typeof ownerQuestions)[number]

/** What is asked in this stage: repetitions only where they are counted, the leash only where there is one. */
export function questionsFor(stage: Pick<Stage, 'reps' | 'leash'> | null): OwnerQuestion[] {
  return ownerQuestions.filter((question) =>
    question === 'reps' ? stage?.reps !== undefined : question !== 'leash' || stage?.leash === true,
  )
}

const placeOfStage: Partial<Record<StagePlace, Place>> = { indoor: 'room', threshold: 'door' }

/** Where a session of this stage usually is; nothing for outdoors, where the place is the question. */
export const usualPlace = (stage: Pick<Stage, 'place'> | null): Place | undefined =>
  stage ? placeOfStage[stage.place] : 'room'

/** The days a log may be for, today first. */
export const daysToChoose = (today: Temporal.PlainDate): Temporal.PlainDate[] =>
  Array.from({ length: ownersLookBackDays + 1 }, (_, days) => today.subtract({ days }))
