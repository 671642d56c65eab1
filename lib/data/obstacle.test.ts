import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeWorld, type World } from '@/db/factories/world'
import { animal, obstacle } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { homeOf } from './home'
import { takeBackObstacle, tellObstacle } from './obstacle'
import { overTimeOf } from './over-time'
import { recordSession } from './session'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

async function underWay() {
  const household = await makeHousehold(world)
  await makePlan(world, household, { stageKey: 'C4' })
  const { animalId, guardian } = household
  const tell = (day: string, what: 'hid' | 'no_time' | 'unsure', who = guardian) =>
    tellObstacle(who, { animalId, day, obstacle: what }, now)
  const atHome = async () =>
    (await homeOf(guardian, now)).animals[0]?.told.map((one) => `${String(one.day)} ${one.obstacle}`)
  const told = async () =>
    (await overTimeOf(world.assistant, animalId, now)).plan?.told.map(
      (one) => `${String(one.day)} ${one.obstacle}`,
    )
  return { ...household, tell, atHome, told }
}

test('a household says what got in the way, changes its mind and takes it back; the practice reads it', async () => {
  const { animalId, guardian, tell, atHome, told } = await underWay()
  expect((await tell('2026-05-13', 'no_time')).ok).toBe(true)
  expect((await tell('2026-05-13', 'hid')).ok).toBe(true)
  expect((await tell('2026-05-07', 'unsure')).ok).toBe(true)
  expect((await atHome())?.toSorted()).toEqual(['2026-05-07 unsure', '2026-05-13 hid'])
  expect((await told())?.toSorted()).toEqual(['2026-05-07 unsure', '2026-05-13 hid'])
  expect((await takeBackObstacle(guardian, { animalId, day: '2026-05-13' })).ok).toBe(true)
  expect((await takeBackObstacle(guardian, { animalId, day: '2026-05-13' })).ok).toBe(true)
  expect(await told()).toEqual(['2026-05-07 unsure'])
})

test('only of the last week, of a plan that runs, and of a day nobody practised on', async () => {
  const { animalId, guardian, tell, told } = await underWay()
  for (const day of ['2026-05-06', '2026-05-15'])
    expect(await tell(day, 'hid')).toMatchObject({ ok: false, reason: 'home.obstacle.tooLongAgo' })
  await tell('2026-05-12', 'hid')
  const late = recordedSessionSchema.parse({ animalId, stress: '0', day: '2026-05-12', time: '18:00' })
  expect((await recordSession(guardian, late, now)).ok).toBe(true)
  expect(await tell('2026-05-12', 'no_time')).toMatchObject({ reason: 'home.obstacle.practised' })
  // A log that came later outweighs what was said before it.
  expect(await told()).toEqual([])

  const other = await makeHousehold(world)
  const asked = { animalId: other.animalId, day: '2026-05-13', obstacle: 'ill' as const }
  expect(await tellObstacle(other.guardian, asked, now)).toMatchObject({ reason: 'home.obstacle.noPlan' })
})

test('nobody says it of an animal that is not theirs, not even the practice; an archived one is gone', async () => {
  const { animalId, tell, told } = await underWay()
  const neighbour = (await makeHousehold(world)).guardian
  const stranger = (await makeHousehold(await makeWorld())).guardian
  for (const who of [neighbour, stranger, world.consultant as never]) {
    await expect(tell('2026-05-13', 'hid', who)).rejects.toThrow(NotFound)
    await expect(takeBackObstacle(who, { animalId, day: '2026-05-13' })).rejects.toThrow(NotFound)
  }
  expect(await told()).toEqual([])
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.update(animal).set({ archivedAt: now }).where(eq(animal.id, animalId)),
  )
  await expect(tell('2026-05-13', 'hid')).rejects.toThrow(NotFound)
})

test('two of a household at once leave one answer', async () => {
  const { animalId, tell } = await underWay()
  await Promise.all([tell('2026-05-13', 'hid'), tell('2026-05-13', 'no_time'), tell('2026-05-13', 'unsure')])
  const rows = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .select()
      .from(obstacle)
      .where(and(eq(obstacle.practiceId, world.practiceId), eq(obstacle.animalId, animalId))),
  )
  expect(rows).toHaveLength(1)
})
