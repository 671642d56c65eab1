import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { makeHousehold, makePlan, makeVisit, makeWorld } from '@/db/factories/world'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { readEnvelope } from '@/lib/domain/sync/envelope'
import type { Operation } from '@/lib/domain/sync/operation'
import { homeKitOf } from './home'
import { sessionsOf } from './session'
import { takeFromDevice } from './sync'

const now = Temporal.Instant.from('2026-05-14T09:30:00Z')
const day = Temporal.PlainDate.from('2026-05-01')

async function atHome() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  await makePlan(world, household, { stageKey: 'C3', enteredOn: day })
  const { animalId, guardian } = household
  const log = (more: object = {}): Operation => ({
    kind: 'log_homework',
    session: {
      ...{ id: randomUUID(), animalId, startedAt: '2026-05-14T08:20:00Z', stress: '1', food: 'quick' },
      ...{ signs: [], goodSigns: [], triggers: [], events: [], health: [] },
      ...more,
    },
  })
  const send = (
    operation: Operation,
    viewer: GuardianViewer | MemberViewer = guardian,
    key: string = randomUUID(),
  ) => {
    const owner = { practiceId: viewer.practiceId, userId: viewer.userId }
    const sent = readEnvelope(key, { owner, madeAt: now.epochMilliseconds, operation })
    if (typeof sent === 'string') throw new Error(sent)
    return takeFromDevice(viewer, sent, now)
  }
  const logged = () => sessionsOf(world.consultant, animalId)
  return { world, household, animalId, guardian, log, send, logged }
}

test('a log from a phone is one log, whatever repeats: the request, the key, the form that had been sent already', async () => {
  const at = await atHome()
  const [log, key] = [at.log(), randomUUID()]
  const both = await Promise.all([at.send(log, at.guardian, key), at.send(log, at.guardian, key)])
  expect(both).toEqual([{ state: 'saved' }, { state: 'saved' }])
  expect(await at.send(log)).toEqual({ state: 'saved' })
  expect(await at.send(at.log(), at.guardian, key)).toMatchObject({ reason: 'sync.otherContent' })
  expect(await at.logged()).toMatchObject([
    {
      source: 'owner',
      recordedByName: at.guardian.name,
      food: 'quick',
      day: Temporal.PlainDate.from('2026-05-14'),
    },
  ])
})

test('it belongs to the moment it tells of and is marked as late; of more than seven days ago it is refused', async () => {
  const at = await atHome()
  expect(await at.send(at.log({ startedAt: '2026-05-08T18:00:00+02:00' }))).toEqual({ state: 'saved' })
  expect(await at.logged()).toMatchObject([{ day: Temporal.PlainDate.from('2026-05-08'), late: true }])
  const tooLate = { state: 'refused', fields: { day: 'session.tooLongAgo' } }
  expect(await at.send(at.log({ startedAt: '2026-05-06T18:00:00+02:00' }))).toMatchObject(tooLate)
  const ahead = { state: 'refused', fields: { day: 'errors.inTheFuture' } }
  expect(await at.send(at.log({ startedAt: '2026-05-14T12:00:00Z' }))).toMatchObject(ahead)
  expect(await at.logged()).toHaveLength(1)
})

test('an animal without a plan is refused with the reason; another household’s is not there', async () => {
  const at = await atHome()
  const other = await makeHousehold(at.world, { name: 'Other' })
  const theirs = at.log({ animalId: other.animalId })
  expect(await at.send(theirs, other.guardian)).toEqual({ state: 'refused', reason: 'session.noPlan' })
  await expect(at.send(theirs)).rejects.toThrow(NotFound)
  const elsewhere = await atHome()
  await expect(at.send(at.log(), elsewhere.guardian)).rejects.toThrow(NotFound)
  expect(await at.logged()).toEqual([])
})

test('a household sends logs and nothing of the practice’s, and the practice nothing of a household’s', async () => {
  const at = await atHome()
  const visitId = await makeVisit(at.world, at.household, { status: 'arrived' })
  const draft: Operation = {
    ...{ kind: 'save_draft', visitId, baseVersion: 0 },
    changes: [{ field: 'internal', base: '', mine: 'x' }],
  }
  const { session } = at.log() as Extract<Operation, { kind: 'log_homework' }>
  for (const operation of [draft, { kind: 'record_session' as const, session }])
    await expect(at.send(operation)).rejects.toThrow(NotFound)
  await expect(at.send(at.log(), at.world.consultant)).rejects.toThrow(NotFound)
  const sent = readEnvelope(randomUUID(), {
    owner: { practiceId: at.guardian.practiceId, userId: at.world.boss.userId },
    ...{ madeAt: 0, operation: at.log() },
  })
  if (typeof sent === 'string') throw new Error(sent)
  expect(await takeFromDevice(at.guardian, sent, now)).toEqual({ state: 'otherPerson' })
  expect(await at.logged()).toEqual([])
})

test('a household takes the logs of its own animals along, with what each asks', async () => {
  const at = await atHome()
  const kit = await homeKitOf(at.guardian, now)
  expect(kit).toMatchObject({ owner: { userId: at.guardian.userId }, zone: 'Europe/Vienna' })
  expect(kit.sheets).toMatchObject([{ animal: { id: at.animalId }, stage: { key: 'C3' }, is: 'training' }])
  const other = await makeHousehold(at.world, { name: 'Other' })
  expect((await homeKitOf(other.guardian, now)).sheets).toMatchObject([{ stage: null, is: 'noPlan' }])
  await expect(homeKitOf(at.world.consultant, now)).rejects.toThrow(NotFound)
})
