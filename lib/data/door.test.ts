import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import {
  makeHousehold,
  makePlan,
  makeVisit,
  makeWorld,
  type Household,
  type World,
} from '@/db/factories/world'
import { auditEvent, doorCode, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { doorSchema } from '@/lib/domain/door/schema'
import { NotFound } from '@/lib/domain/result/result'
import { clientPage } from './client'
import { doorForm, revealCode, saveDoor } from './door'
import { doorCard } from './door-card'
import { recordRelation } from './relation'
import { todayOf } from './today'
import { visitOf } from './visit'

const code = '4711# then ✔'
const morning = Temporal.Instant.from('2026-05-14T08:00:00Z')
const wall = (text: string) => Temporal.PlainDateTime.from(text)

let world: World
let home: Household
let visitId: string
beforeAll(async () => {
  world = await makeWorld()
  home = await makeHousehold(world, { name: 'O’Hara', animal: 'Miso' })
  visitId = await makeVisit(world, home)
  await saveDoor(world.assistant, fields({ code, exits: 'The cat flap.' }))
})

const fields = (more: Record<string, string> = {}) =>
  doorSchema.parse({ clientId: home.clientId, version: '0', ...more })

const asSystem = <T>(run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, run)

const audited = (of: string, verb: string) =>
  asSystem((tx) =>
    tx
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.nounId, of), eq(auditEvent.verb, verb))),
  )

describe('the code of a door', () => {
  it('is shown on the day to whoever goes and to the practice owner, and every showing is written down', async () => {
    for (const viewer of [world.consultant, world.boss])
      expect(await revealCode(viewer, { visitId }, morning)).toEqual({
        ok: true,
        value: { is: 'code', code },
      })
    const lines = await audited(home.clientId, 'reveal')
    expect(lines.map(({ userId, detail }) => [userId, detail])).toEqual([
      [world.consultant.userId, { visitId }],
      [world.boss.userId, { visitId }],
    ])
    expect((await doorForm(world.boss, home.clientId)).reveals?.map(({ by }) => by)).toEqual([
      'Ines Marek',
      'Jonas Weiss',
    ])
    expect((await doorForm(world.consultant, home.clientId)).reveals).toBeNull()
  })

  it('stays closed for colleagues, on other days on the clock of the home, from afar, and called off', async () => {
    const refusal = async (viewer: Viewer, now = morning, id = visitId) => {
      const answer = await revealCode(viewer, { visitId: id }, now)
      return answer.ok ? 'shown' : answer.reason
    }
    const before = (await audited(home.clientId, 'reveal')).length
    expect(await refusal(world.assistant)).toBe('door.refused.notYours')
    const theirs = await makeVisit(world, home, {
      localStart: wall('2026-05-14T16:00'),
      consultant: world.boss,
    })
    expect(await refusal(world.consultant, morning, theirs)).toBe('door.refused.notYours')
    // The day in Vienna is from 22:00 to 22:00 UTC.
    for (const [at, answer] of [
      ['2026-05-13T21:59:00Z', 'door.refused.notToday'],
      ['2026-05-14T22:00:00Z', 'door.refused.notToday'],
    ] as const)
      expect(await refusal(world.boss, Temporal.Instant.from(at))).toBe(answer)
    for (const status of ['cancelled', 'no_show'] as const) {
      const off = await makeVisit(world, home, { localStart: wall('2026-05-14T18:00'), status })
      expect(await refusal(world.consultant, morning, off)).toBe('door.refused.off')
    }
    const call = await makeVisit(world, home, { localStart: wall('2026-05-14T20:00') })
    await asSystem((tx) => tx.update(visit).set({ place: 'remote' }).where(eq(visit.id, call)))
    expect(await refusal(world.consultant, morning, call)).toBe('door.refused.remote')
    expect(await audited(home.clientId, 'reveal')).toHaveLength(before)
  })

  it('is nobody’s outside: strangers, the household itself, random and malformed ids', async () => {
    const elsewhere = await makeWorld()
    for (const viewer of [elsewhere.boss, elsewhere.consultant, home.guardian])
      await expect(revealCode(viewer, { visitId }, morning)).rejects.toThrow(NotFound)
    for (const id of [crypto.randomUUID(), 'nonsense'])
      await expect(revealCode(world.boss, { visitId: id }, morning)).rejects.toThrow(NotFound)
  })

  it('is written down as shown also where none is kept, and says so where it cannot be read', async () => {
    const bare = await makeHousehold(world, { name: 'Bare' })
    const id = await makeVisit(world, bare, { localStart: wall('2026-05-14T12:00') })
    expect(await revealCode(world.consultant, { visitId: id }, morning)).toMatchObject({
      value: { is: 'none' },
    })
    expect(await audited(bare.clientId, 'reveal')).toHaveLength(1)
    // A row copied to another household cannot be read there.
    await asSystem(async (tx) => {
      const [row] = await tx.select().from(doorCode).where(eq(doorCode.clientId, home.clientId))
      if (row) await tx.insert(doorCode).values({ ...row, clientId: bare.clientId })
    })
    expect(await revealCode(world.consultant, { visitId: id }, morning)).toMatchObject({
      value: { is: 'unreadable' },
    })
  })

  it('is in no page, in no audit, and not in the database as it reads', async () => {
    const pages = JSON.stringify([
      await doorForm(world.boss, home.clientId),
      await doorCard(world.boss, visitId, morning),
      await visitOf(world.boss, visitId),
      await todayOf(world.consultant, {}, morning),
      await clientPage(world.boss, home.clientId, morning),
    ])
    const rows = await asSystem(async (tx) => [
      await tx.select().from(auditEvent),
      await tx.select().from(doorCode),
    ])
    for (const text of [pages, JSON.stringify(rows)]) expect(text).not.toContain('4711')
  })

  it('is kept by an empty field, replaced by another one, and forgotten by a tick', async () => {
    const other = await makeHousehold(world, { name: 'Keys' })
    const id = await makeVisit(world, other, { localStart: wall('2026-05-14T14:00') })
    const write = (version: number, more: Record<string, string>) =>
      saveDoor(world.boss, doorSchema.parse({ clientId: other.clientId, version: String(version), ...more }))
    const shown = async () => {
      const answer = await revealCode(world.consultant, { visitId: id }, morning)
      return answer.ok && answer.value.is === 'code' ? answer.value.code : answer.ok && answer.value.is
    }
    await write(0, { code: '12' })
    await write(1, { parking: 'Blue gate' })
    expect(await shown()).toBe('12')
    await write(2, { code: '34' })
    expect(await shown()).toBe('34')
    expect(await write(2, { parking: 'Green gate' })).toMatchObject({
      reason: 'errors.conflict',
      version: 3,
    })
    await write(3, { forget: 'on' })
    expect(await shown()).toBe('none')
    expect(await audited(other.clientId, 'writeCode')).toHaveLength(2)
    expect(await audited(other.clientId, 'forgetCode')).toHaveLength(1)
  })
})

describe('the door card', () => {
  it('says who lives there, what to mind and how it is between them, in as many statements as there are few', async () => {
    const mate = await makeHousehold(world, { name: 'Two', animal: 'Fig' })
    const id = await makeVisit(world, mate, { localStart: wall('2026-05-15T09:00') })
    await makePlan(world, mate)
    const other = crypto.randomUUID()
    const { animal } = await import('@/db/schema')
    await asSystem((tx) =>
      tx.insert(animal).values({
        ...{ practiceId: world.practiceId, id: other, clientId: mate.clientId, name: 'Bo', species: 'cat' },
        knownTriggers: 'the hoover',
      }),
    )
    await recordRelation(
      world.boss,
      {
        clientId: mate.clientId,
        pair: [mate.animalId, other],
        kind: 'tense',
        since: '2026-05-03',
        saidBy: '',
      },
      morning,
    )
    await saveDoor(
      world.boss,
      doorSchema.parse({ clientId: mate.clientId, version: '0', hiding: 'Under the bath', bring: 'Lickmat' }),
    )
    const counted = countQueries()
    const card = await doorCard(world.consultant, id, morning)
    counted.stop()
    expect(counted.statements.filter((one) => /^select/i.test(one)).length).toBeLessThanOrEqual(4)
    expect(card).toMatchObject({
      household: 'Two',
      hiding: 'Under the bath',
      bring: 'Lickmat',
      hasCode: false,
    })
    expect(card.animals.map(({ name, worked, knownTriggers }) => [name, worked, knownTriggers])).toEqual([
      ['Fig', true, ''],
      ['Bo', false, 'the hoover'],
    ])
    expect(card.pairs[0]?.now?.kind).toBe('tense')
    expect(card.people[0]?.name).toBe('Lena Two')
    expect(card.codeRefusal).toBe('door.refused.notToday')
    await expect(doorCard(mate.guardian, id, morning)).rejects.toThrow(NotFound)
  })
})
