import { protocolSchema, type Protocol } from '@/lib/domain/protocol/protocol'

// Short protocols of a practice's own, for tests that live a whole plan through.

const stage = (key: string, name: string, more: Record<string, unknown> = {}) => ({
  key,
  name,
  minDays: 1,
  minSessionDays: 1,
  targetSec: 60,
  place: 'indoor',
  leash: false,
  gate: false,
  dose: 'once a day, a minute',
  entry: 'the stage before',
  exercises: ['sit with it'],
  advance: 'a minute, calm',
  back: 'tense twice',
  stop: 'not used',
  signs: 'ears flat',
  homework: 'One minute is enough.',
  ...more,
})
const ticks = [{ key: 'door_quiet', label: 'The stairwell is quiet at that hour' }]
const atDoor = { place: 'threshold', leash: true, gate: true }
const outside = { place: 'outdoor', leash: true, gate: true }
const alternative = {
  key: 'SE',
  name: 'Window and play',
  when: 'after a no',
  items: ['window perch', 'scent tray'],
  review: 'after 20 days',
  reviewDays: 20,
}
const own = (key: string, version: number, name: string, stages: unknown[]): Protocol =>
  protocolSchema.parse({ key, version, species: 'cat', name, stages, alternative })

/** Three stages from the sofa to the yard. */
export const shortWalk = own('short-walk', 1, 'Short walk', [
  stage('sofa', 'On the sofa', { minDays: 3 }),
  stage('hall', 'In the hall', { minDays: 2, ticks }),
  stage('yard', 'In the yard', { ...outside, minDays: 2 }),
])

/** As `shortWalk`, slower: a stage at the door comes between, and the hall is gone. */
export const shortWalkSlower = own('short-walk', 2, 'Short walk', [
  stage('sofa', 'On the sofa, longer', { minDays: 2 }),
  stage('mat', 'On the mat', { minDays: 2, ticks }),
  stage('door', 'At the open door', atDoor),
  stage('yard', 'In the yard', { ...outside, minDays: 4 }),
])

/** Another protocol that knows two of the keys, one of them further out and in another order. */
export const otherWalk = own('other-walk', 1, 'Other walk', [
  stage('yard', 'By the wall', { ...outside, minDays: 1 }),
  stage('sofa', 'On the bench', { ...outside, minDays: 1 }),
  stage('lane', 'In the lane', { ...outside, minDays: 3 }),
])
