import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type World } from '@/db/factories/world'
import type { Result } from '@/lib/domain/result/result'
import { bookVisit } from './booking'
import { moveVisit, reassignVisit, restoreVisit } from './booking-change'
import { holdTime } from './booking-hold'
import { bookSeries } from './series'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')

/** 60 by every run; all 1,000 of the issue with DOORSTEP_RACES=1000. */
const races = Number(process.env.DOORSTEP_RACES ?? 60)
const contenders = 16

beforeAll(() => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
})

const asSystem = <T>({ practiceId }: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId, role: 'system' }, run)

/** Sixteen ways to the same quarter of an hour of the same consultant, mixed. */
async function race(world: World, home: Awaited<ReturnType<typeof makeHousehold>>, day: Temporal.PlainDate) {
  const { boss, consultant, serviceId } = world
  const on = (time: string) => day.toPlainDateTime(Temporal.PlainTime.from(time))
  const elsewhere = async (status: 'booked' | 'cancelled', time: string, who = consultant) =>
    makeVisit(world, home, { localStart: on(time), status, consultant: who })
  const toMove = [await elsewhere('booked', '16:00'), await elsewhere('booked', '17:15')]
  const toHand = [await elsewhere('booked', '10:00', boss)]
  const toRestore = [await elsewhere('cancelled', '10:05'), await elsewhere('cancelled', '10:10')]
  const asked = { clientId: home.clientId, animalIds: [home.animalId], serviceId }
  const at = (n: number) => `10:${String(n % 15).padStart(2, '0')}`
  const who = { consultantId: consultant.memberId, day: day.toString() }
  const ways: (() => Promise<Result<unknown>>)[] = [
    ...toMove.map(
      (id, n) => () => moveVisit(boss, { id, version: 1, day: day.toString(), time: at(n) }, now),
    ),
    ...toHand.map(
      (id) => () => reassignVisit(boss, { id, version: 1, consultantId: consultant.memberId }, now),
    ),
    ...toRestore.map((id) => () => restoreVisit(boss, { id, version: 1 }, now)),
    () => holdTime(boss, { ...asked, ...who, time: at(7), minutes: 30 }, now),
  ]
  const once = { everyWeeks: 1, weekdays: [], count: 1, message: '', mends: {} }
  ways.push(() => bookSeries(boss, { ...asked, ...who, ...once, time: at(8) }, now))
  while (ways.length < contenders) {
    const time = at(ways.length)
    ways.push(() => bookVisit(consultant, { ...asked, ...who, time, message: '' }, now))
  }
  const turn = day.dayOfYear % contenders
  return Promise.all([...ways.slice(turn), ...ways.slice(0, turn)].map((go) => go()))
}

it(
  `has one winner in each of ${races} races of ${contenders}, whatever way they come`,
  { timeout: 3_600_000 },
  async () => {
    const world = await makeWorld()
    const home = await makeHousehold(world)
    const took: number[] = []
    const first = Temporal.PlainDate.from('2026-05-14')
    for (let n = 0; n < races; n++) {
      const began = performance.now()
      const answers = await race(world, home, first.add({ days: n % 80 }))
      took.push(performance.now() - began)
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      // What the last eighty races booked makes room for the next.
      if (n % 80 === 79)
        await asSystem(world, async (tx) => {
          await tx.execute(sql`update app.visit set status = 'cancelled', cancelled_at = now()`)
          await tx.execute(sql`delete from app.visit_hold`)
        })
    }
    const clashes = await asSystem(world, (tx) =>
      tx.execute(sql`select 1 from app.visit a join app.visit b on a.consultant_id = b.consultant_id and a.id < b.id
      and a.during && b.during where a.status = 'booked' and b.status = 'booked'`),
    )
    expect(clashes).toHaveLength(0)
    const sorted = took.toSorted((a, b) => a - b)
    const part = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
    if (process.env.DOORSTEP_RACES)
      process.stdout.write(
        `${races} races of ${contenders}: median ${part(0.5)} ms, p95 ${part(0.95)} ms, worst ${part(0.999)} ms\n`,
      )
  },
)
