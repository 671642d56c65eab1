import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries, inTransaction, sqlState } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld, type World } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { measureSchema } from '@/lib/domain/animal/schema'
import { fitSchema } from '@/lib/domain/fit/schema'
import { emptyBlock, emptyBody } from '@/lib/domain/note/schema'
import { decisionSchema } from '@/lib/domain/plan/forms'
import { practiceSchema } from '@/lib/domain/practice/schema'
import { NotFound, type Result } from '@/lib/domain/result/result'
import { safetyItemSchema } from '@/lib/domain/safety/forms'
import { safetyItems } from '@/lib/domain/safety/items'
import { animalOverview } from './animal-overview'
import { assessmentsOf } from './assessment'
import { fitsOf, recordFit } from './fit'
import { recordMeasure } from './measure'
import { saveDecisions, saveNote } from './note'
import { signNote } from './note-sign'
import { takeDecision } from './plan'
import { practiceSettings, saveSettings } from './practice'
import { recordSafetyItem, safetyHistory, safetyOf, withdrawSafetyItem } from './safety'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const later = (days: number) => now.add({ hours: 24 * days })
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}
const tick = async (animalId: string, item: string, more: object = {}, at = now) =>
  value(await recordSafetyItem(world.consultant, safetyItemSchema.parse({ animalId, item, ...more }), at))
const check = async (animalId: string, more: object = {}, at = now) =>
  value(
    await recordFit(
      world.consultant,
      fitSchema.parse({
        ...{ animalId, style: 'h', condition: 'good', brand: 'Catwalk', size: 'M' },
        ...{ fitsNeck: 'yes', fitsGirth: 'yes', backOut: 'yes', weight: '4', girth: '36', neck: '24' },
        ...more,
      }),
      at,
    ),
  )
const weigh = async (animalId: string, weight: string, at = now) =>
  value(
    await recordMeasure(
      world.consultant,
      measureSchema.parse({ animalId, takenOn: at.toString().slice(0, 10), weight }),
      at,
    ),
  )
const missing = async (animalId: string, at = now) => (await safetyOf(world.consultant, animalId, at)).missing
async function complete(animalId: string, at = now) {
  for (const { key, force } of safetyItems)
    if (force === 'blocks' && key !== 'harness_fit')
      await tick(
        animalId,
        key,
        {
          validUntil: at
            .add({ hours: 24 * 250 })
            .toString()
            .slice(0, 10),
        },
        at,
      )
  await check(animalId, {}, at)
}

describe('the gate', () => {
  test('closes by time alone, live: nothing runs at night', async () => {
    const { animalId } = await makeHousehold(world)
    await makePlan(world, { animalId }, { stageKey: 'C5' })
    await complete(animalId)
    expect(await missing(animalId)).toEqual([])
    const gate = async (at: Temporal.Instant) =>
      (await assessmentsOf(world.consultant, [animalId], at)).get(animalId)?.input.gate
    expect(await gate(now)).toMatchObject({ ok: true })
    expect(await missing(animalId, later(1))).toEqual(['gear_check', 'carrier'])
    expect(await missing(animalId, later(31))).toEqual(['harness_fit', 'gear_check', 'carrier'])
    expect((await gate(later(31)))?.missing).toEqual(['harness_fit', 'gear_check', 'carrier'])
    expect(await missing(animalId, later(186))).toContain('escape_plan')
    const soon = (await safetyOf(world.consultant, animalId, later(25))).lines
    expect(soon.find(({ key }) => key === 'harness_fit')).toMatchObject({ state: 'ok', endsInDays: 5 })
  })

  test('goes by the day of the animal’s home, not of the practice', async () => {
    const { animalId, clientId } = await makeHousehold(world)
    await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.update(schema.client).set({ zone: 'Pacific/Auckland' }).where(eq(schema.client.id, clientId)),
    )
    const evening = Temporal.Instant.from('2026-05-14T14:00:00Z')
    await tick(animalId, 'gear_check', {}, evening)
    expect(await missing(animalId, evening)).not.toContain('gear_check')
    const { records, today } = await safetyOf(world.consultant, animalId, evening)
    expect([String(today), String(records[0]?.passedOn)]).toEqual(['2026-05-15', '2026-05-15'])
  })

  test('closes when the weight changes by 5 %, whichever way the weight came', async () => {
    const { animalId } = await makeHousehold(world)
    await complete(animalId)
    await weigh(animalId, '4.19')
    expect(await missing(animalId)).toEqual([])
    await weigh(animalId, '4.2')
    expect(await missing(animalId)).toEqual(['harness_fit'])
    await check(animalId, { weight: '4.2' })
    expect(await missing(animalId)).toEqual([])
  })

  test('knows the first weight after a fit that had none', async () => {
    const { animalId } = await makeHousehold(world)
    await complete(animalId)
    await check(animalId, { weight: '', girth: '' }, later(1))
    await weigh(animalId, '4.1', later(2))
    const there = await missing(animalId, later(2))
    expect(there).not.toContain('harness_fit')
    await weigh(animalId, '3.7', later(3))
    expect(await missing(animalId, later(3))).toContain('harness_fit')
  })

  test('lets the temperature veto where the practice says so', async () => {
    const own = await makeWorld()
    const { animalId } = await makeHousehold(own)
    const lines = async () => (await safetyOf(own.consultant, animalId, now)).missing
    expect(await lines()).not.toContain('temperature')
    const settings = await practiceSettings(own.boss)
    value(
      await saveSettings(
        own.boss,
        practiceSchema.parse({ ...settings, version: '1', temperatureBlocks: 'on' }),
      ),
    )
    expect((await practiceSettings(own.boss)).temperatureBlocks).toBe('on')
    expect(await lines()).toContain('temperature')
    const read = safetyItemSchema.parse({ animalId, item: 'temperature', evidence: '12,5' })
    value(await recordSafetyItem(own.consultant, read, now))
    expect(await lines()).not.toContain('temperature')
  })
})

describe('a look', () => {
  test('is kept with who saw it, who wrote it down and what it rests on; taken back with a reason', async () => {
    const { animalId, guardian } = await makeHousehold(world)
    const first = await tick(animalId, 'microchip', { seenBy: 'Dr Amsel', evidence: 'read with a scanner' })
    const second = await tick(animalId, 'microchip', {}, later(1))
    const take = (reason: string, who = world.consultant) =>
      withdrawSafetyItem(who, { recordId: second.recordId, reason }, later(2))
    expect(await take(' ')).toMatchObject({ fields: { reason: 'errors.required' } })
    expect(await take('No', world.assistant)).toMatchObject({ reason: 'errors.notAllowed' })
    value(await take('That was the other cat'))
    expect(await take('Once more')).toMatchObject({ reason: 'safety.alreadyWithdrawn' })
    const history = await safetyHistory(world.assistant, animalId, 'microchip')
    expect(history).toMatchObject([
      { id: second.recordId, withdrawn: { by: 'Jonas Weiss', reason: 'That was the other cat' } },
      { id: first.recordId, seenBy: 'Dr Amsel', by: 'Jonas Weiss', evidence: 'read with a scanner' },
    ])
    const list = await safetyOf(guardian, animalId, later(2))
    expect(list.records.map(({ id }) => id)).toEqual([first.recordId])
    expect(list.lines.find(({ key }) => key === 'microchip')).toMatchObject({
      state: 'ok',
      recordId: first.recordId,
    })
  })

  test('stays as it is once it was taken back, whatever the path', async () => {
    const { animalId } = await makeHousehold(world)
    const { recordId } = await tick(animalId, 'carrier')
    value(await withdrawSafetyItem(world.consultant, { recordId, reason: 'Wrong' }, now))
    const change = inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.update(schema.safetyRecord).set({ withdrawnAt: null }).where(eq(schema.safetyRecord.id, recordId)),
    )
    expect(await change.catch(sqlState)).toBe('DS003')
  })

  test('is read in one statement, whatever there is', async () => {
    const { animalId } = await makeHousehold(world)
    for (let n = 0; n < 30; n++) await tick(animalId, 'gear_check', {}, later(n))
    const counted = countQueries()
    const { records } = await safetyOf(world.consultant, animalId, later(29))
    counted.stop()
    expect(counted.statements).toHaveLength(1)
    expect(records).toHaveLength(1)
  })
})

describe('a fit check', () => {
  test('holds the item with itself as evidence, and adds its measures', async () => {
    const { animalId } = await makeHousehold(world)
    const { fitId } = await check(animalId, { seenBy: 'Lena' })
    const { records, weightG } = await safetyOf(world.consultant, animalId, now)
    expect(weightG).toBe(4000)
    expect(records).toMatchObject([{ item: 'harness_fit', fitId, failed: false, seenBy: 'Lena' }])
    expect((await animalOverview(world.consultant, animalId, now)).measures).toMatchObject([
      { weightGrams: 4000, girthMm: 360, neckMm: 240 },
    ])
    const [fit] = await fitsOf(world.consultant, animalId)
    expect(fit).toMatchObject({
      brand: 'Catwalk',
      size: 'M',
      style: 'h',
      weightGrams: 4000,
      withdrawn: false,
    })
  })

  test.each([{ fitsNeck: 'no' }, { fitsGirth: 'no' }, { backOut: 'no' }, { condition: 'damaged' }])(
    'with %o closes the gate until a later one passes',
    async (more) => {
      const { animalId } = await makeHousehold(world)
      await complete(animalId)
      expect(await check(animalId, more)).toMatchObject({ holds: false })
      expect(await missing(animalId)).toEqual(['harness_fit'])
      await check(animalId, { condition: 'worn' })
      expect(await missing(animalId)).toEqual([])
    },
  )

  test('that was taken back leaves the one before', async () => {
    const { animalId } = await makeHousehold(world)
    await complete(animalId)
    await check(animalId, { backOut: 'no' })
    const [failed] = await fitsOf(world.consultant, animalId)
    value(
      await withdrawSafetyItem(
        world.consultant,
        { recordId: failed?.recordId ?? '', reason: 'The strap was open' },
        now,
      ),
    )
    expect(await missing(animalId)).toEqual([])
    expect((await fitsOf(world.consultant, animalId))[0]?.withdrawn).toBe(true)
  })

  test('is refused ahead of today, for assistants, and found by nobody else', async () => {
    const { animalId, guardian } = await makeHousehold(world)
    const form = fitSchema.parse({
      ...{ animalId, style: 'vest', condition: 'good', checkedOn: '2026-05-16' },
      ...{ fitsNeck: 'yes', fitsGirth: 'yes', backOut: 'yes' },
    })
    expect(await recordFit(world.consultant, form, now)).toMatchObject({
      fields: { checkedOn: 'errors.inTheFuture' },
    })
    expect(await recordFit(world.assistant, form, now)).toMatchObject({ reason: 'errors.notAllowed' })
    await expect(recordFit(guardian, form, now)).rejects.toThrow(NotFound)
    await check(animalId)
    const elsewhere = await makeWorld()
    expect(await fitsOf(elsewhere.boss, animalId)).toEqual([])
  })
})

test('what a signed note says of fit and weight counts before its own decision', async () => {
  const home = await makeHousehold(world)
  const { animalId } = home
  await makePlan(world, home, { stageKey: 'C5' })
  await complete(animalId)
  const visitId = await makeVisit(world, home, { status: 'arrived' })
  const block = { ...emptyBlock, twoFingers: true, backOutTest: false, gear: 'The old vest' }
  value(
    await saveNote(
      world.consultant,
      { visitId, version: 0, body: emptyBody, internal: '', animals: [{ animalId, block }] },
      now,
    ),
  )
  const decided = {
    animalId,
    decision: 'stay' as const,
    reason: 'Same again',
    pauseUntil: undefined,
    ticks: [],
  }
  value(await saveDecisions(world.consultant, { visitId, version: 1, animals: [decided] }, now))
  value(
    await signNote(
      world.consultant,
      { visitId, version: 2, read: true, animals: [{ animalId, homework: [] }] },
      now,
    ),
  )
  expect(await missing(animalId)).toEqual(['harness_fit'])
  expect(await safetyHistory(world.consultant, animalId, 'harness_fit')).toMatchObject([
    { failed: true, evidence: 'The old vest', fitId: null },
    { failed: false },
  ])
})

test('the ticks of a step are kept with it, and only those that the stage has', async () => {
  const { animalId } = await makeHousehold(world)
  await makePlan(world, { animalId }, { stageKey: 'C0' })
  const stage = (await assessmentsOf(world.consultant, [animalId], now)).get(animalId)?.protocol.stages[0]
  const ticksSet = stage?.ticks.map(({ key }) => key) ?? []
  expect(ticksSet.length).toBeGreaterThan(0)
  const wish = { animalId, decision: 'advance', ticksSet: [...ticksSet, 'made_up'] }
  value(await takeDecision(world.consultant, decisionSchema.parse(wish), now))
  const { plan } = await animalOverview(world.consultant, animalId, now)
  expect(plan?.changes.at(-1)).toMatchObject({ kind: 'advance', ticksSet, by: 'Jonas Weiss' })
})
