import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld, type World } from '@/db/factories/world'
import { liveEvent } from '@/db/schema'
import type { LiveEvent, Tap } from '@/lib/domain/observation/live/event'
import { observed } from '@/lib/domain/observation/live/observed'
import { proposedSession } from '@/lib/domain/observation/live/propose'
import { NotFound } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { keepTaps } from './live'
import { livePage } from './live-page'
import { recordSession, sessionOf, sessionsOf } from './session'
import { newSessionFor, sessionPage } from './session-page'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const begun = now.subtract({ minutes: 10 }).epochMilliseconds

let world: World
let visits = 0
beforeAll(async () => {
  world = await makeWorld()
})

async function ground(planned = true) {
  const home = await makeHousehold(world)
  if (planned) await makePlan(world, home, { stageKey: 'C3' })
  visits += 1
  const localStart = Temporal.PlainDateTime.from('2026-05-14T10:00').add({ hours: visits })
  const visitId = await makeVisit(world, home, { localStart })
  const here = { observationId: randomUUID(), visitId, animalId: home.animalId }
  const tap = (device: string, counter: number, second: number, what: Tap): LiveEvent => ({
    ...what,
    ...{ id: randomUUID(), device, counter, at: begun + second * 1000 },
  })
  const phone = [
    tap('phone', 0, 0, { what: 'start' }),
    tap('phone', 1, 1.25, { what: 'body', level: 0 }),
    tap('phone', 2, 20, { what: 'trigger', trigger: 'dog', metres: 12.4 }),
    tap('phone', 3, 240.5, { what: 'stop', ended: 'as_planned' }),
  ]
  const tablet = [
    tap('tablet', 0, 30, { what: 'sign', sign: 'flop' }),
    tap('tablet', 1, 31, { what: 'red', event: 'tangled_panic' }),
    tap('tablet', 2, 50, { what: 'body', level: 1 }),
  ]
  const keep = (events: readonly LiveEvent[]) =>
    keepTaps(world.consultant, { ...here, events: [...events] }, now)
  const kept = async () => (await newSessionFor(world.consultant, here, now)).watched?.taps ?? []
  const finish = async (events: readonly LiveEvent[], session: object = {}) => {
    await keep(events)
    const { observationId: id, ...where } = here
    return recordSession(
      world.consultant,
      recordedSessionSchema.parse({ stress: 0, ...session, id, ...where }),
      now,
    )
  }
  return { home, here, phone, tablet, tap, keep, kept, finish }
}

describe('taps', () => {
  test('are kept once, however often and in whichever order they come, and read back as they were made', async () => {
    const { phone, tablet, keep, kept } = await ground()
    await Promise.all([keep(phone), keep([...phone].reverse()), keep(tablet), keep([...tablet, ...phone])])
    expect(await keep([...tablet, ...tablet])).toMatchObject({ ok: true })
    const taps = await kept()
    expect(taps).toHaveLength(7)
    expect(taps).toEqual(expect.arrayContaining([...phone, ...tablet]))
    expect(observed(taps)).toEqual(observed([...phone, ...tablet]))
  })

  test('cannot be changed or deleted by anybody, and no household reads them', async () => {
    const { home, here, phone } = await ground()
    await keepTaps(world.consultant, { ...here, events: phone }, now)
    const as = { practiceId: world.practiceId, role: 'system' } as const
    await expect(inTransaction(as, (tx) => tx.update(liveEvent).set({ counter: 9 }))).rejects.toThrow()
    await expect(inTransaction(as, (tx) => tx.delete(liveEvent))).rejects.toThrow()
    await expect(newSessionFor(home.guardian, here, now)).rejects.toThrow(NotFound)
    await expect(keepTaps(home.guardian, { ...here, events: phone }, now)).rejects.toThrow(NotFound)
  })

  test('belong to one animal at one visit', async () => {
    const { here, phone } = await ground()
    const other = await ground()
    await keepTaps(world.consultant, { ...here, events: phone }, now)
    const swapped = { ...other.here, observationId: here.observationId, events: other.tablet }
    await expect(keepTaps(world.consultant, swapped, now)).rejects.toThrow(NotFound)
    const elsewhere = { ...here, animalId: other.home.animalId, events: phone }
    await expect(keepTaps(world.consultant, elsewhere, now)).rejects.toThrow(NotFound)
    // An id that is taken somewhere else is not kept here, and the answer says so.
    expect(await keepTaps(world.consultant, { ...other.here, events: phone }, now)).toEqual({
      ok: true,
      value: { kept: [] },
    })
  })

  test('are written by those who train', async () => {
    const { here, phone } = await ground()
    expect(await keepTaps(world.assistant, { ...here, events: phone }, now)).toMatchObject({
      reason: 'errors.notAllowed',
    })
  })
})

describe('the end of an observation', () => {
  test('writes the session under the id of the observation, once', async () => {
    const { home, here, phone, tablet, finish } = await ground()
    await keepTaps(world.consultant, { ...here, events: tablet }, now)
    const seen = observed([...phone, ...tablet])
    const proposed = seen ? proposedSession(seen) : {}
    const answers = [await finish(phone, proposed), await finish(phone, proposed)]
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: true, value: { sessionId: here.observationId } })
    expect(await sessionsOf(world.consultant, home.animalId)).toHaveLength(1)
    const written = await sessionOf(world.consultant, here.observationId)
    expect(written).toMatchObject({
      ...{ visitId: here.visitId, source: 'consultant', durationSec: 240, level: 2, tapped: 2 },
      ...{ signs: ['flop'], events: ['tangled_panic'], triggers: ['dog'], triggerDistance: 'medium' },
      ...{ recovery: '<30s', ended: 'as_planned', kind: 'red' },
    })
    expect(written.startedAt.epochMilliseconds).toBe(begun)
  })

  test('is held to what was tapped on the other device, whatever was sent', async () => {
    const { here, phone, tablet, finish } = await ground()
    await keepTaps(world.consultant, { ...here, events: tablet }, now)
    await finish(phone, { stress: 0, signs: [], events: [] })
    expect(await sessionOf(world.consultant, here.observationId)).toMatchObject({
      ...{ tapped: 2, level: 2, signs: ['flop'], events: ['tangled_panic'] },
    })
  })

  test('takes late taps into the timeline, beside the level that was logged', async () => {
    const { home, here, phone, tap, keep, finish } = await ground()
    await finish(phone)
    await keep([tap('tablet', 3, 60, { what: 'sign', sign: 'yowl' })])
    const ids = { animalId: home.animalId, sessionId: here.observationId }
    const { session, taps } = await sessionPage(world.consultant, ids, now)
    expect(session.level).toBe(0)
    expect(observed(taps)?.body.worst).toBe(4)
  })

  test('keeps the taps where there is no plan to record a session under', async () => {
    const { phone, kept, finish } = await ground(false)
    expect(await finish(phone)).toMatchObject({ reason: 'session.noPlan' })
    expect(await kept()).toHaveLength(4)
  })

  test('of another animal is not there', async () => {
    const { here, phone, keep } = await ground()
    const other = await ground()
    await keep(phone)
    const { observationId: id } = here
    const theirs = recordedSessionSchema.parse({ stress: 0, id, animalId: other.home.animalId })
    await expect(recordSession(world.consultant, theirs, now)).rejects.toThrow(NotFound)
    await expect(newSessionFor(world.consultant, { ...other.here, observationId: id }, now)).rejects.toThrow(
      NotFound,
    )
  })

  test('begins now where the phone runs ahead', async () => {
    const { here, tap, finish } = await ground()
    await finish([tap('phone', 0, 3600, { what: 'start' })])
    expect((await sessionOf(world.consultant, here.observationId)).startedAt.toInstant()).toEqual(now)
  })

  test('asks as often for 4 taps as for 400', async () => {
    const asked = async (more: number) => {
      const { phone, tap, finish } = await ground()
      const many = Array.from({ length: more }, (_, n) =>
        tap('phone', n + 4, n % 200, { what: 'sign', sign: 'lip_lick' }),
      )
      const counted = countQueries()
      expect(await finish([...phone, ...many])).toMatchObject({ ok: true })
      counted.stop()
      return counted.statements.length
    }
    expect(await asked(396)).toBe(await asked(0))
  })
})

describe('the page', () => {
  test('shows what the stage asks and goes on with what was begun, until its session is written', async () => {
    const { home, here, phone, finish } = await ground()
    const page = () => livePage(world.consultant, here, now)
    const { visitId, animals } = await page()
    expect(visitId).toBe(here.visitId)
    expect(animals).toMatchObject([
      { id: home.animalId, species: 'cat', begun: null, stage: { key: 'C3', targetSec: 600, leash: false } },
    ])
    await keepTaps(world.consultant, { ...here, events: phone }, now)
    expect((await page()).animals[0]?.begun).toEqual({ observationId: here.observationId, events: phone })
    await finish(phone)
    expect((await page()).animals[0]?.begun).toBeNull()
    await expect(livePage(world.assistant, here, now)).rejects.toThrow(NotFound)
    const other = await ground()
    await expect(livePage(world.consultant, { ...here, animalId: other.home.animalId }, now)).rejects.toThrow(
      NotFound,
    )
  })

  test('asks five times at most, for one animal that was tapped often', async () => {
    const { here, phone } = await ground()
    await keepTaps(world.consultant, { ...here, events: phone }, now)
    const counted = countQueries()
    await livePage(world.consultant, here, now)
    counted.stop()
    expect(counted.statements.length).toBeLessThanOrEqual(5)
  })
})
