import { Temporal } from 'temporal-polyfill'
import {
  makeHousehold,
  makePlan,
  makeVisit,
  makeWorld,
  type Household,
  type World,
} from '@/db/factories/world'
import { emptyBlock, emptyBody, type AnimalBlock, type NoteBody } from '@/lib/domain/note/schema'
import type { Decision } from '@/lib/domain/plan/words'
import { saveDecisions, saveNote } from '../note'
import { signNote } from '../note-sign'

// A visit on its day, and its note written, decided and signed, for the tests of notes.

export const now = Temporal.Instant.from('2026-05-14T09:30:00Z')

export type Visited = { world: World; household: Household; visitId: string; animalId: string }

/** Moth at the stage it entered two days ago, and the visit of today. */
export async function visited(stageKey = 'C3'): Promise<Visited> {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  await makePlan(world, household, { stageKey, enteredOn: Temporal.PlainDate.from('2026-05-12') })
  const visitId = await makeVisit(world, household, { status: 'arrived' })
  return { world, household, visitId, animalId: household.animalId }
}

export const draft = (
  { visitId, animalId }: Pick<Visited, 'visitId' | 'animalId'>,
  version = 0,
  block: Partial<AnimalBlock> = { seen: 'Ate in the harness, tail up.', weightGrams: 4300 },
  body: Partial<NoteBody> = { letter: 'You waited, and she came.' },
) => ({
  visitId,
  version,
  body: { ...emptyBody, ...body },
  internal: 'Neighbour complains about the lift.',
  animals: [{ animalId, block: { ...emptyBlock, ...block } }],
})

export const decisionOf = (
  { visitId, animalId }: Pick<Visited, 'visitId' | 'animalId'>,
  decision: Decision,
  reason = '',
  version = 1,
) => ({
  visitId,
  version,
  animals: [{ animalId, decision, reason, pauseUntil: undefined, ticks: [] as string[] }],
})

const homework = [
  { exercise: 'Buckle and wear', sentences: ['Harness on, dinner down.'], dose: 'Once', good: '', stop: '' },
]

export const signature = ({ visitId, animalId }: Pick<Visited, 'visitId' | 'animalId'>, version = 2) => ({
  visitId,
  version,
  read: true,
  animals: [{ animalId, homework }],
})

/** Written, decided to stay, signed. */
export async function signed(
  at: Visited,
  block?: Partial<AnimalBlock>,
  on: Temporal.Instant = now,
  body?: Partial<NoteBody>,
  version = 0,
) {
  const { consultant } = at.world
  await saveNote(consultant, draft(at, version, block, body), on)
  await saveDecisions(consultant, decisionOf(at, 'stay', 'Calm first', version + 1), on)
  return signNote(consultant, signature(at, version + 2), on)
}
