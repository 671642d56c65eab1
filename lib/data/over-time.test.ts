import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { countQueries } from '@/db/client'
import { makeHousehold, makePlan, makeWorld } from '@/db/factories/world'
import { mintShare } from '@/lib/auth/mint'
import { NotFound } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { overTimeOf } from './over-time'
import { recordSession, voidSession } from './session'

const at = (moment: string) => Temporal.Instant.from(moment)
const now = at('2026-05-14T08:00:00Z')
const loose = { stress: '0', durationSec: '600', food: 'quick' }

test('a plan over time reads in two statements, with its scores as they were stored', async () => {
  const world = await makeWorld()
  const home = await makeHousehold(world)
  const { animalId } = home
  expect(await overTimeOf(world.assistant, animalId, now)).toMatchObject({ name: 'Moth', plan: null })
  await makePlan(world, home, { stageKey: 'C4' })
  const record = async (moment: string, said: object) => {
    const form = { ...loose, ...said, animalId, startedAt: moment }
    const result = await recordSession(world.consultant, recordedSessionSchema.parse(form), at(moment))
    if (!result.ok) throw new Error(result.reason)
    return result.value.sessionId
  }
  // 23:30 UTC is half past one of the next morning in Vienna.
  await record('2026-05-10T23:30:00Z', { longestCalmSec: '300', latencyEatSec: '4' })
  await record('2026-05-12T16:00:00Z', { stress: '1', signs: ['ears_turned', 'ears_flat'], noise: 'low' })
  const mistaken = await record('2026-05-12T17:00:00Z', { stress: '4' })
  await record('2026-05-13T17:00:00Z', {})
  await voidSession(world.consultant, { sessionId: mistaken, reason: 'Another cat.' }, now)

  const counted = countQueries()
  const { plan } = await overTimeOf(world.consultant, animalId, now)
  counted.stop()
  expect(counted.statements).toHaveLength(2)
  expect(plan).toMatchObject({ cut: false, spans: [{ stageKey: 'C4', level: 4 }] })
  expect([plan?.from, plan?.last].map(String)).toEqual(['2026-05-01', '2026-05-14'])
  const sessions = plan?.sessions ?? []
  expect(
    sessions.map(({ day, band, tapped, level, signs }) => [String(day), band, tapped, level, signs]),
  ).toEqual([
    ['2026-05-13', 'evening', 0, 0, 0],
    ['2026-05-12', 'evening', 1, 2, 2],
    ['2026-05-11', 'late', 0, 0, 0],
  ])
  expect(sessions[2]).toMatchObject({ longestCalmSec: 300, latencyEatSec: 4, latencyApproachSec: null })
  // The mistaken session was there when the score of that day was stored: history stays what it was,
  // and taking the session out is an assessment of its own.
  const scores = plan?.scores.toSorted((a, b) =>
    a.computedAt.epochNanoseconds < b.computedAt.epochNanoseconds ? -1 : 1,
  )
  expect(scores?.map(({ asOf, score }) => [String(asOf), score])).toMatchObject([
    ['2026-05-11', null],
    ['2026-05-12', null],
    ['2026-05-12', 35],
    ['2026-05-13', 35],
    ['2026-05-14', 74],
  ])
})

test('nobody outside the practice, no owner and no share link reads it', async () => {
  const world = await makeWorld()
  const home = await makeHousehold(world)
  await makePlan(world, home)
  const { practiceId, zone } = world
  const share = mintShare({
    practiceId,
    practiceName: '',
    zone,
    scope: 'journey',
    linkId: practiceId,
    animalIds: [home.animalId],
  })
  for (const stranger of [(await makeWorld()).boss, home.guardian, share])
    await expect(overTimeOf(stranger, home.animalId, now)).rejects.toThrow(NotFound)
  await expect(overTimeOf(world.boss, 'not-an-id', now)).rejects.toThrow(NotFound)
})
