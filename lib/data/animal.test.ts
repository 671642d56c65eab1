import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { animalSchema, newAnimalSchema } from '@/lib/domain/animal/schema'
import { NotFound } from '@/lib/domain/result/result'
import { animalLine, animalLinesOf, animalRecord, listAnimals } from './animal'
import { addAnimal, archiveAnimal, restoreAnimal, saveAnimal } from './animal-change'
import { measuresOf, recordMeasure } from './measure'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const moth = {
  name: 'Moth',
  species: 'cat',
  born: '2021-05',
  temperament: ['cautious', 'bold'],
  weight: '4,2',
  girth: '33',
}

describe('an animal', () => {
  it('is written down as far as it is known, with its first measures', async () => {
    const world = await makeWorld()
    const { clientId } = await makeHousehold(world)
    const answer = await addAnimal(world.assistant, newAnimalSchema.parse({ ...moth, clientId }), now)
    const id = answer.ok ? answer.value.id : ''
    const record = await animalRecord(world.consultant, id)
    expect(record).toMatchObject({
      name: 'Moth',
      bornPrecision: 'month',
      temperament: ['cautious', 'bold'],
      household: 'Berger',
    })
    expect(record.bornOn?.toString()).toBe('2021-05-01')
    expect(await measuresOf(world.consultant, id)).toMatchObject([
      { weightGrams: 4200, girthMm: 330, neckMm: null },
    ])
  })

  it('is not born or moved in tomorrow', async () => {
    const world = await makeWorld()
    const { clientId } = await makeHousehold(world)
    const early = newAnimalSchema.parse({ ...moth, clientId, born: '2027', acquiredOn: '2026-06-01' })
    expect(await addAnimal(world.boss, early, now)).toMatchObject({
      ok: false,
      fields: { born: 'inTheFuture', acquiredOn: 'inTheFuture' },
    })
    expect(await animalLinesOf(world.boss, clientId)).toHaveLength(1)
  })

  it('two tabs: the later save is told in words', async () => {
    const world = await makeWorld()
    const { animalId } = await makeHousehold(world)
    const change = (version: number, more: object) =>
      animalSchema.parse({ id: animalId, version, name: 'Moth', species: 'cat', ...more })
    await saveAnimal(world.boss, change(1, { sex: 'female', coat: 'cat_black', temperament: 'bold' }), now)
    const late = await saveAnimal(world.boss, change(1, { sex: 'male', showScore: 'on' }), now)
    expect(late).toMatchObject({
      ok: false,
      version: 2,
      theirs: { sex: 'female', coat: 'black', temperament: 'bold', showScore: 'no' },
    })
    expect((await saveAnimal(world.boss, change(2, { sex: 'male' }), now)).ok).toBe(true)
    expect(await animalRecord(world.boss, animalId)).toMatchObject({ sex: 'male', version: 3 })
  })

  it('is not archived while it is to be seen at a visit', async () => {
    const world = await makeWorld()
    const { animalId, clientId } = await makeHousehold(world)
    const localStart = Temporal.PlainDateTime.from('2026-05-20T09:00')
    const from = localStart.toZonedDateTime(world.zone).toInstant()
    const during = { from, until: from.add({ minutes: 60 }) }
    await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
      const visitId = randomUUID()
      await tx.insert(schema.visit).values({
        practiceId: world.practiceId,
        id: visitId,
        clientId,
        serviceId: world.serviceId,
        consultantId: world.consultant.memberId,
        localStart,
        zone: world.zone,
        minutes: 60,
        place: 'home',
        during,
        blocked: during,
      })
      await tx.insert(schema.visitAnimal).values({ practiceId: world.practiceId, visitId, animalId })
    })
    expect(await archiveAnimal(world.boss, { id: animalId }, now)).toMatchObject({
      ok: false,
      reason: 'animal.refusal.visitsAhead',
    })
    expect((await archiveAnimal(world.boss, { id: animalId }, during.until)).ok).toBe(true)
    expect((await listAnimals(world.boss, {})).animals).toEqual([])
    expect((await listAnimals(world.boss, { archived: true })).animals).toHaveLength(1)
    expect((await restoreAnimal(world.boss, { id: animalId })).ok).toBe(true)
  })
})

describe('the list of animals', () => {
  it('is one statement for 1 and for 60, and pages through them all', async () => {
    const world = await makeWorld()
    const { clientId } = await makeHousehold(world)
    const counted = async () => {
      const count = countQueries()
      const page = await listAnimals(world.boss, {})
      count.stop()
      return [page.animals.length, count.statements.filter((text) => /^select/i.test(text)).length]
    }
    expect(await counted()).toEqual([1, 1])
    await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.insert(schema.animal).values(
        Array.from({ length: 60 }, (_, index) => ({
          practiceId: world.practiceId,
          clientId,
          name: `Cat ${index % 9}`,
          species: 'cat' as const,
        })),
      ),
    )
    expect(await counted()).toEqual([40, 1])
    const first = await listAnimals(world.boss, {})
    const second = await listAnimals(world.boss, { after: first.after ?? '' })
    expect(second).toMatchObject({ after: null })
    expect(new Set([...first.animals, ...second.animals].map(({ id }) => id)).size).toBe(61)
  })
})

describe('who sees an animal', () => {
  it('an owner their own, in words that are theirs to read', async () => {
    const world = await makeWorld()
    const { guardian, animalId, clientId } = await makeHousehold(world)
    expect(await animalLine(guardian, animalId)).toMatchObject({ name: 'Moth', household: 'Berger' })
    expect(await animalLinesOf(guardian, clientId)).toHaveLength(1)
    await expect(animalRecord(guardian, animalId)).rejects.toThrow(NotFound)
    expect((await listAnimals(guardian, {})).animals).toEqual([])
  })

  it('a stranger none, and writes nothing', async () => {
    const world = await makeWorld()
    const { animalId, clientId, guardian } = await makeHousehold(world)
    const stranger = (await makeWorld()).boss
    const measures = { animalId, takenOn: '2026-05-01', weight: 4, gear: '' }
    await expect(animalLine(stranger, animalId)).rejects.toThrow(NotFound)
    await expect(animalLine(stranger, 'no-id')).rejects.toThrow(NotFound)
    for (const viewer of [stranger, guardian]) {
      await expect(recordMeasure(viewer, measures, now)).rejects.toThrow(NotFound)
      await expect(addAnimal(viewer, newAnimalSchema.parse({ ...moth, clientId }), now)).rejects.toThrow(
        NotFound,
      )
      await expect(archiveAnimal(viewer, { id: animalId }, now)).rejects.toThrow(NotFound)
    }
  })
})

it('measures of tomorrow are refused', async () => {
  const world = await makeWorld()
  const { animalId, guardian } = await makeHousehold(world)
  const form = { animalId, takenOn: '2026-05-15', weight: 4, gear: '' }
  expect(await recordMeasure(world.boss, form, now)).toMatchObject({
    ok: false,
    fields: { takenOn: 'inTheFuture' },
  })
  await recordMeasure(world.boss, { ...form, takenOn: '2026-05-14' }, now)
  expect(await measuresOf(guardian, animalId)).toHaveLength(1)
})
