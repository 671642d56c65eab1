import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld, type World } from '@/db/factories/world'
import { animal, plan, safetyRecord, session, stageEntry, vetFlag } from '@/db/schema'
import { choiceFrom, type Asked } from '@/lib/domain/caseload/choice'
import { choices, foods } from '@/lib/domain/observation/vocabulary'
import { NotFound } from '@/lib/domain/result/result'
import { animalOverview } from './animal-overview'
import { caseloadOf } from './caseload'
import { todayOf } from './today'

const now = Temporal.Instant.from('2026-05-14T07:58:00Z')
const today = Temporal.PlainDate.from('2026-05-14')
const asSystem = <T>(of: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId: of.practiceId, role: 'system' }, run)
const ask = (viewer: World['boss'], asked: Asked = {}) => caseloadOf(viewer, choiceFrom(asked), now)
const names = (page: { cases: { name: string }[] }) => page.cases.map(({ name }) => name)

/** An animal in C3, visited by this consultant (nobody where null). */
async function trained(world: World, name: string, more: { by?: World['boss'] | null; days?: number } = {}) {
  const { by = world.consultant, days = 4 } = more
  const home = await makeHousehold(world, { name: `House of ${name}`, animal: name })
  const planId = await makePlan(world, home, { enteredOn: today.subtract({ days }) })
  const localStart = today.subtract({ days: 20 }).toPlainDateTime('10:00')
  if (by) await makeVisit(world, home, { consultant: by, localStart, status: 'no_show' })
  return { ...home, planId }
}

type Trained = Awaited<ReturnType<typeof trained>>
const logged = (of: World, home: Trained, ago: number, more: Partial<typeof session.$inferInsert> = {}) =>
  asSystem(of, (tx) =>
    tx.insert(session).values({
      ...{ practiceId: of.practiceId, animalId: home.animalId, planId: home.planId, stageKey: 'C3' },
      ...{ source: 'owner', recordedBy: of.consultant.userId, recordedByName: 'Lena', zone: of.zone },
      ...{ day: today.subtract({ days: ago }), startedAt: now.subtract({ hours: 24 * ago }), stress: 0 },
      ...more,
    }),
  )

describe('the caseload', () => {
  it('is one’s own roster, red flags first; who runs the practice and the office may look at all', async () => {
    const world = await makeWorld()
    const calm = await trained(world, 'Calm')
    const red = await trained(world, 'Red')
    const silent = await trained(world, 'Silent', { days: 30 })
    await trained(world, 'Of the boss', { by: world.boss })
    const nobody = await trained(world, 'Nobody’s', { by: null })
    for (const home of [calm, red, nobody]) await logged(world, home, 1)
    await logged(world, red, 2, { stress: 4 })
    await logged(world, silent, 12)
    const own = await ask(world.consultant)
    expect(names(own)).toEqual(['Red', 'Silent', 'Calm'])
    expect(own.cases[0]).toMatchObject({ household: 'House of Red', reasons: [{ reason: 'red', days: 2 }] })
    expect(own).toMatchObject({ all: 3, found: 3, cut: false, rosters: [], who: world.consultant.memberId })
    expect(names(await ask(world.consultant, { who: 'all' }))).toHaveLength(3)
    expect(names(await ask(world.consultant, { who: world.boss.memberId }))).toHaveLength(3)
    expect(names(await ask(world.boss))).toEqual(['Of the boss'])
    expect((await ask(world.boss, { who: 'all' })).found).toBe(5)
    expect((await ask(world.boss)).rosters.map(({ name }) => name)).toEqual(['Ines Marek', 'Jonas Weiss'])
    expect((await ask(world.assistant)).found).toBe(5)
    expect((await ask(world.assistant, { who: world.consultant.memberId })).found).toBe(3)

    await asSystem(world, (tx) =>
      tx
        .update(plan)
        .set({ startedBy: world.consultant.memberId })
        .where(sql`animal_id = ${nobody.animalId}`),
    )
    expect(names(await ask(world.consultant)), 'nobody visits it: it is of who started its plan').toContain(
      'Nobody’s',
    )
    const stranger = await makeWorld()
    expect(await ask(stranger.boss, { who: 'all' })).toMatchObject({ all: 0, withoutPlan: { count: 0 } })
    await expect(ask(calm.guardian as never)).rejects.toThrow(NotFound)
  })

  it('is chosen by reason, by name of animal or household, and says which animals have no plan', async () => {
    const world = await makeWorld()
    for (const name of ['Miso', 'Moth', 'O’Malley 🐈']) await logged(world, await trained(world, name), 1)
    const idle = await makeHousehold(world, { name: 'Idle', animal: 'Pip' })
    const gone = await makeHousehold(world, { name: 'Gone', animal: 'Ash' })
    await asSystem(world, (tx) =>
      tx
        .update(animal)
        .set({ archivedAt: now })
        .where(sql`id = ${gone.animalId}`),
    )
    const page = await ask(world.consultant, { q: 'o’mall' })
    expect(names(page)).toEqual(['O’Malley 🐈'])
    expect(names(await ask(world.consultant, { q: 'house MISO' }))).toEqual(['Miso'])
    expect(await ask(world.consultant, { reason: 'red' })).toMatchObject({ found: 0, all: 3 })
    expect((await ask(world.consultant)).withoutPlan).toEqual({
      count: 1,
      animals: [{ id: idle.animalId, name: 'Pip', household: 'Idle' }],
    })
    expect((await ask(world.consultant, { q: 'moth' })).withoutPlan.count).toBe(0)
  })

  it('says of every animal what its own page says, and what Today says', async () => {
    const world = await makeWorld()
    const dice = (n: number) => Math.floor(Math.random() * n)
    const pick = <T>(list: readonly T[]) => list[dice(list.length)] as T
    const homes: Trained[] = []
    for (let nth = 0; nth < 12; nth++) {
      const home = await trained(world, `Cat ${nth}`, { days: pick([3, 8, 15, 40]) })
      homes.push(home)
      const here = { practiceId: world.practiceId, animalId: home.animalId }
      for (let at = dice(14); at > 0; at--)
        await logged(world, home, dice(45), {
          ...{ stress: pick([0, 0, 0, 1, 1, 2, 3, 4]), food: pick(foods), choice: pick(choices) },
          ...{ durationSec: pick([60, 300, 900]), repsOk: dice(6), repsTotal: 5 },
          ...{ stageKey: pick(['C3', 'C3', 'C2']), source: pick(['owner', 'consultant'] as const) },
          ...(dice(8) === 0 && { voidedAt: now, voidReason: 'a mistake', voidedBy: world.boss.userId }),
        })
      await asSystem(world, async (tx) => {
        if (dice(4) === 0) await tx.insert(vetFlag).values({ ...here, sign: 'limp_or_pain' })
        if (dice(3) === 0)
          await tx.insert(safetyRecord).values({
            ...{ ...here, item: 'harness_fit', passed: today.subtract({ days: dice(40) }) },
            recordedBy: world.boss.userId,
          })
        if (dice(4) === 0)
          await tx.insert(stageEntry).values({
            ...{
              ...here,
              planId: home.planId,
              protocolId: world.protocols.cat,
              kind: 'pause',
              stageKey: 'C3',
              reason: 'a move',
            },
            ...{ enteredOn: today.subtract({ days: 2 }), pauseUntil: today.add({ days: dice(6) - 3 }) },
            decidedBy: world.boss.memberId,
          })
      })
    }
    const { cases } = await ask(world.consultant)
    expect(cases).toHaveLength(homes.length)
    for (const { id, standing } of cases)
      expect(standing).toEqual((await animalOverview(world.consultant, id, now)).standing)
    const { needs } = await todayOf(world.consultant, {}, now)
    expect(needs).toEqual(cases.filter(({ reasons }) => reasons.length > 0))
  })

  it('asks four times, for 4 plans and for 400, and shows fifty', async () => {
    const counts: number[] = []
    for (const many of [4, 400]) {
      const world = await makeWorld()
      const p = world.practiceId
      await asSystem(world, async (tx) => {
        await tx.execute(sql`with c as (insert into app.client (practice_id, name, zone)
            select ${p}, 'House ' || n, 'Europe/Vienna' from generate_series(1, ${many}::int) n returning id),
          a as (insert into app.animal (practice_id, client_id, name, species)
            select ${p}, id, 'Cat', 'cat' from c returning id),
          p as (insert into app.plan (practice_id, animal_id, protocol_id, goal, goal_risk, started_by)
            select ${p}, id, ${world.protocols.cat}, '', 'low', ${world.consultant.memberId} from a
            returning id, animal_id)
          insert into app.stage_entry (practice_id, plan_id, animal_id, protocol_id, kind, stage_key, entered_on)
            select ${p}, id, animal_id, ${world.protocols.cat}, 'start', 'C3', '2026-05-10' from p`)
        await tx.execute(sql`insert into app.session (practice_id, animal_id, plan_id, stage_key, source, recorded_by,
            recorded_by_name, day, started_at, zone, stress, exercise)
          select ${p}, animal_id, id, 'C3', 'owner', ${world.boss.userId}, '', '2026-05-12', now(), 'Europe/Vienna', 0, ''
          from app.plan where practice_id = ${p}`)
      })
      const counted = countQueries()
      const page = await ask(world.consultant)
      counted.stop()
      expect(page.found).toBe(many)
      expect(page.cases).toHaveLength(Math.min(50, many))
      counts.push(counted.statements.filter((one) => !/^(begin|commit|set)/i.test(one)).length)
    }
    expect(counts).toEqual([4, 4])
  })
})
