import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { makeHousehold, makePlan, makeWorld, type World } from '@/db/factories/world'
import { NotFound, type Result } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { safetyOf } from './safety'
import { recordSession, voidSession } from './session'
import { closeVetFlag, openVetFlag } from './vet-flag'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const after = (minutes: number) => now.add({ minutes })
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}
const sees = async (viewer: Viewer, animalId: string, health: string | string[], at = now) =>
  value(
    await recordSession(
      viewer,
      recordedSessionSchema.parse({ animalId, stress: '0', durationSec: '60', health }),
      at,
    ),
  ).sessionId
const flags = async (animalId: string) => (await safetyOf(world.consultant, animalId, now)).vetFlags
async function inPlan() {
  const home = await makeHousehold(world)
  await makePlan(world, home)
  return home
}

test('any log opens one flag a sign, by whoever it was seen, and lists where', async () => {
  const { animalId, guardian } = await inPlan()
  const first = await sees(guardian, animalId, ['limp_or_pain', 'collapse'])
  const second = await sees(world.consultant, animalId, 'limp_or_pain', after(5))
  const open = await flags(animalId)
  expect(open.map(({ sign }) => sign).sort()).toEqual(['collapse', 'limp_or_pain'])
  const limp = open.find(({ sign }) => sign === 'limp_or_pain')
  expect(limp).toMatchObject({ openedBy: null, closedAt: null })
  expect(limp?.seenIn.map(({ id }) => id)).toEqual([first, second])
})

test('voiding the session leaves the flag open and says so; a person closes it', async () => {
  const { animalId, guardian } = await inPlan()
  const sessionId = await sees(guardian, animalId, 'limp_or_pain')
  value(await voidSession(guardian, { sessionId, reason: 'Wrong cat' }, after(1)))
  const [flag] = await flags(animalId)
  expect(flag).toMatchObject({ closedAt: null, seenIn: [{ id: sessionId, voided: true }] })
  expect(await closeVetFlag(guardian, { flagId: flag?.id ?? '', note: 'Fine' }, after(2))).toMatchObject({
    reason: 'errors.notAllowed',
  })
  value(
    await closeVetFlag(world.consultant, { flagId: flag?.id ?? '', note: 'It was the other cat' }, after(3)),
  )
  expect((await safetyOf(world.consultant, animalId, now)).missing).not.toContain('no_vet_flag')
})

test('a new sign after the answer opens a new flag; the old one keeps its answer', async () => {
  const { animalId, guardian } = await inPlan()
  await sees(guardian, animalId, 'limp_or_pain')
  const [first] = await flags(animalId)
  value(await closeVetFlag(world.consultant, { flagId: first?.id ?? '', note: 'A claw' }, after(60)))
  const again = await sees(guardian, animalId, 'limp_or_pain', after(90))
  const [open, closed] = await flags(animalId)
  expect(open).toMatchObject({ closedAt: null, seenIn: [{ id: again }] })
  expect(closed).toMatchObject({ id: first?.id, closingNote: 'A claw', closedBy: 'Jonas Weiss' })
  expect(closed?.seenIn.map(({ id }) => id)).not.toContain(again)
})

test('nobody answers what they have not read', async () => {
  const { animalId, guardian } = await inPlan()
  await sees(guardian, animalId, 'limp_or_pain')
  const [read] = await flags(animalId)
  await sees(guardian, animalId, 'limp_or_pain', after(5))
  const close = (seenTimes: number) =>
    closeVetFlag(world.consultant, { flagId: read?.id ?? '', note: 'Healed', seenTimes }, after(6))
  expect(await close(read?.seenIn.length ?? 0)).toMatchObject({ reason: 'safety.vet.seenAgain' })
  expect(await close(2)).toMatchObject({ ok: true })
})

test('of two who answer at once one is told; a sign seen meanwhile never gets lost', async () => {
  const { animalId, guardian } = await inPlan()
  await sees(guardian, animalId, 'limp_or_pain')
  const [flag] = await flags(animalId)
  const answers = await Promise.all(
    [world.boss, world.consultant].map((who) =>
      closeVetFlag(who, { flagId: flag?.id ?? '', note: 'Healed' }, after(5)),
    ),
  )
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  await sees(guardian, animalId, 'limp_or_pain', after(6))
  expect((await flags(animalId)).filter(({ closedAt }) => closedAt === null)).toHaveLength(1)
})

test('who trains opens one by hand, with what was seen; one open a sign', async () => {
  const { animalId, guardian } = await makeHousehold(world)
  const open = (viewer: Viewer, sign = 'collapse' as const) =>
    openVetFlag(viewer, { animalId, sign, note: 'At the visit, on the stairs' }, now)
  value(await open(world.consultant))
  expect(await open(world.boss)).toMatchObject({ reason: 'safety.vet.alreadyOpen' })
  expect(await open(world.assistant)).toMatchObject({ reason: 'errors.notAllowed' })
  await expect(open(guardian)).rejects.toThrow(NotFound)
  expect(await open(world.consultant, 'red_tears' as never)).toMatchObject({
    fields: { sign: 'errors.notAnOption' },
  })
  expect(await flags(animalId)).toMatchObject([
    { openedBy: 'Jonas Weiss', openedNote: 'At the visit, on the stairs', seenIn: [] },
  ])
})
