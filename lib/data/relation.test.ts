import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeWorld, type Household, type World } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { mintShare } from '@/lib/auth/mint'
import { NotFound } from '@/lib/domain/result/result'
import type { RelationKind } from '@/lib/domain/relation/relation'
import { animalOverview } from './animal-overview'
import { logSheetOf } from './home'
import { sharedOf } from './shared'
import { recordRelation } from './relation'
import { togetherOf } from './together'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
let world: World
let home: Household
let misoId: string
beforeAll(async () => {
  world = await makeWorld()
  home = await makeHousehold(world)
  misoId = await movesIn(home, 'Miso Secretcat')
})

async function movesIn({ clientId }: Household, name: string): Promise<string> {
  const { practiceId } = world
  const id = randomUUID()
  const animal = { practiceId, id, clientId, name, species: 'cat' as const, coat: 'cat_blue' }
  await inTransaction({ practiceId, role: 'system' }, (tx) => tx.insert(schema.animal).values(animal))
  return id
}

const says = (viewer: World['boss'], kind: RelationKind, since: string, other = misoId) =>
  recordRelation(
    viewer,
    { clientId: home.clientId, pair: [home.animalId, other], kind, since, saidBy: 'Lena' },
    now,
  )

describe('how two animals get on', () => {
  it('is written down by those who train, dated, and its history stays', async () => {
    expect(await says(world.consultant, 'tolerates', '2026-03-01')).toMatchObject({ ok: true })
    expect(await says(world.boss, 'tense', '2026-05-03')).toMatchObject({ ok: true })
    expect(await says(world.boss, 'friendly', '2026-01-01')).toMatchObject({ ok: true })
    expect(await says(world.assistant, 'friendly', '2026-05-04')).toMatchObject({
      reason: 'errors.notAllowed',
    })
    expect(await says(world.boss, 'friendly', '2026-05-15')).toMatchObject({
      fields: { since: 'inTheFuture' },
    })
    const { pairs, animals } = await togetherOf(world.assistant, home.clientId, now)
    expect(animals.map(({ name }) => name)).toEqual(['Moth', 'Miso Secretcat'])
    expect(pairs).toHaveLength(1)
    expect(pairs[0]?.now).toMatchObject({ kind: 'tense', saidBy: 'Lena', by: 'Ines Marek' })
    expect(pairs[0]?.before.map(({ kind }) => kind)).toEqual(['tolerates', 'friendly'])
    for (const [me, other] of [
      [home.animalId, 'Miso Secretcat'],
      [misoId, 'Moth'],
    ] as const) {
      const { housemates } = await animalOverview(world.consultant, me, now)
      expect(housemates).toMatchObject([{ name: other, relation: { kind: 'tense' } }])
    }
  })

  it('is of two animals of one home: others, the same one twice and strangers are not found', async () => {
    const elsewhere = await makeHousehold(world, { name: 'Elsewhere', animal: 'Ash' })
    for (const other of [elsewhere.animalId, home.animalId, randomUUID()])
      await expect(says(world.boss, 'tense', '2026-05-03', other)).rejects.toThrow(NotFound)
    const stranger = await makeWorld()
    await expect(says(stranger.boss, 'tense', '2026-05-03')).rejects.toThrow(NotFound)
    await expect(says(home.seenBy([home.animalId, misoId]) as never, 'tense', '2026-05-03')).rejects.toThrow(
      NotFound,
    )
    await expect(togetherOf(home.guardian, home.clientId, now)).rejects.toThrow(NotFound)
  })

  it('cannot be changed or taken away by anybody, and the wall behind it shows it to the practice only', async () => {
    const { practiceId } = world
    const read = (role: string) =>
      inTransaction(
        { practiceId, role, userId: home.guardian.userId, clientId: home.clientId, animalIds: [misoId] },
        (tx) => tx.select().from(schema.animalRelation),
      )
    expect((await read('owner')).length).toBeGreaterThan(0)
    expect(await read('guardian')).toEqual([])
    expect(await read('share')).toEqual([])
    const change = inTransaction({ practiceId, role: 'owner' }, (tx) =>
      tx.update(schema.animalRelation).set({ kind: 'friendly' }),
    )
    await expect(change).rejects.toThrow()
    await expect(
      inTransaction({ practiceId, role: 'owner' }, (tx) => tx.delete(schema.animalRelation)),
    ).rejects.toThrow()
  })
})

describe('a home with several animals', () => {
  it('is asked for in three statements, each animal in its own stage', async () => {
    await makePlan(world, home, { stageKey: 'C3' })
    await makePlan(world, { animalId: misoId }, { stageKey: 'C1' })
    const counted = countQueries()
    const { animals } = await togetherOf(world.consultant, home.clientId, now)
    counted.stop()
    expect(animals.map(({ standing }) => standing?.stageKey)).toEqual(['C3', 'C1'])
    expect(counted.statements.filter((one) => !/^(begin|commit|set)/i.test(one))).toHaveLength(3)
  })

  it('says nothing of one animal on the share link or the log page of another', async () => {
    await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
      const [its] = await tx
        .select({ id: schema.plan.id })
        .from(schema.plan)
        .where(eq(schema.plan.animalId, misoId))
      const of = { practiceId: world.practiceId, animalId: misoId, planId: its?.id ?? '' }
      await tx.insert(schema.session).values({
        ...{ ...of, stageKey: 'C1', source: 'owner', recordedBy: world.boss.userId, recordedByName: '' },
        ...{ day: Temporal.PlainDate.from('2026-05-13'), startedAt: now, zone: world.zone, stress: 4 },
        note: 'of-the-housemate',
      })
      await tx
        .insert(schema.vetFlag)
        .values({ ...{ practiceId: of.practiceId, animalId: misoId }, sign: 'limp_or_pain' })
      await tx.insert(schema.homework).values({
        ...{ ...of, stageKey: 'C1' },
        items: [{ exercise: 'of-the-housemate', sentences: [], dose: '', good: '', stop: '' }],
      })
    })
    const link = mintShare({
      ...{
        practiceId: world.practiceId,
        practiceName: '',
        zone: world.zone,
        scope: 'journey',
        linkId: randomUUID(),
      },
      animalIds: [home.animalId],
    })
    const shared = JSON.stringify(await sharedOf(link, now))
    const { animals, ...sheet } = await logSheetOf(home.seenBy([home.animalId, misoId]), home.animalId, now)
    for (const page of [shared, JSON.stringify(sheet)]) {
      expect(page).toContain('Moth')
      for (const trace of ['Miso', 'Secretcat', misoId, 'of-the-housemate', 'limp_or_pain', 'saidBy'])
        expect(page, trace).not.toContain(trace)
    }
    expect(animals.map((one) => Object.keys(one).toSorted())).toEqual(animals.map(() => ['id', 'name']))
  })
})
