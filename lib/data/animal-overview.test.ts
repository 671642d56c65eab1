import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { countQueries } from '@/db/client'
import { makeHousehold, makePlan, makeWorld } from '@/db/factories/world'
import { NotFound } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { animalOverview } from './animal-overview'
import { recordSession } from './session'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

test('the page of an animal reads in four statements, with a plan and without; strangers find nothing', async () => {
  const world = await makeWorld()
  const home = await makeHousehold(world, { animal: 'Mīša ‏מיצי 🐈' })
  const empty = await animalOverview(world.assistant, home.animalId, now)
  expect(empty).toMatchObject({
    name: 'Mīša ‏מיצי 🐈',
    standing: null,
    plan: null,
    sessions: [],
    vetFlags: [],
  })
  await makePlan(world, home, { stageKey: 'C4' })
  for (let i = 0; i < 12; i++)
    await recordSession(
      world.consultant,
      recordedSessionSchema.parse({
        animalId: home.animalId,
        stress: '0',
        durationSec: '600',
        health: 'limp_or_pain',
      }),
      now,
    )
  const counted = countQueries()
  const full = await animalOverview(world.consultant, home.animalId, now)
  counted.stop()
  expect(counted.statements).toHaveLength(4)
  expect(full.sessions).toHaveLength(12)
  expect(full.vetFlags).toHaveLength(1)
  expect(full.plan?.changes).toMatchObject([{ kind: 'start', by: 'Jonas Weiss' }])
  const elsewhere = await makeWorld()
  for (const stranger of [elsewhere.boss, home.guardian])
    await expect(animalOverview(stranger, home.animalId, now)).rejects.toThrow(NotFound)
})
