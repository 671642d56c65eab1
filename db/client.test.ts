import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, countQueries, inTransaction, sqlState } from './client'
import { makeProbe, moment } from './testing/probe'

const url = process.env.DATABASE_URL ?? ''
let probe: Awaited<ReturnType<typeof makeProbe>>
beforeAll(async () => void (probe = await makeProbe()))
afterAll(() => probe.drop())

test('5,000 transactions of 20 tenants through two connections never see each other', async () => {
  const pool = connect(url, { max: 2 })
  const tenants = Array.from({ length: 20 }, () => randomUUID())
  const random = seeded(20)
  const table = sql.raw(probe.table)
  let strange = 0
  let committed = 0
  let left = 5_000
  const worker = async () => {
    while (left-- > 0) {
      const practiceId = tenants[Math.floor(random() * tenants.length)] ?? ''
      const fate = random()
      const work = inTransaction(
        { practiceId },
        async (tx) => {
          await tx.execute(sql`insert into ${table} values (${practiceId}, ${left}, 'x')`)
          if (fate < 0.15) throw new Error('fails')
          if (fate < 0.2) await tx.execute(sql.raw(`set local statement_timeout = 1; select pg_sleep(0.2)`))
          const rows = await tx.execute<{ practice_id: string }>(sql`
            select practice_id, current_setting('app.practice_id') from ${table} limit 40`)
          strange += rows.filter((row) => row.practice_id !== practiceId).length
        },
        pool,
      )
      await work.then(() => committed++).catch(() => undefined)
    }
  }
  await Promise.all(Array.from({ length: 12 }, worker))
  expect(strange).toBe(0)
  const [row] = await probe.admin<{ n: number }[]>`select count(*)::int as n from ${probe.admin(probe.table)}`
  expect(row?.n).toBe(committed)
  expect(committed).toBeGreaterThan(3_500)

  const both = [moment(), moment()] as const
  const leftovers = await Promise.all(
    both.map((mine, index) =>
      pool.transaction(async (tx) => {
        mine.reach()
        await both[1 - index]?.reached
        const [found] = await tx.execute<{ rest: string; pid: number }>(sql`
          select concat(current_setting('app.practice_id', true), current_setting('app.user_id', true),
            current_setting('app.role', true), current_setting('app.animal_ids', true)) as rest,
            pg_backend_pid() as pid`)
        return found
      }),
    ),
  )
  expect(leftovers.map((found) => found?.rest)).toEqual(['', ''])
  expect(new Set(leftovers.map((found) => found?.pid)).size).toBe(2)
  await pool.$client.end()
})

test('everything about who asks is told in one statement, and only the rest is counted', async () => {
  const pool = connect(url)
  const counter = countQueries()
  const animals = [randomUUID(), randomUUID()]
  const settings = { practiceId: randomUUID(), role: 'guardian', clientId: randomUUID(), animalIds: animals }
  const [told] = await inTransaction(
    settings,
    (tx) =>
      tx.execute<Record<string, string>>(sql`
        select current_setting('app.role') as role, current_setting('app.purpose') as purpose,
          current_setting('app.animal_ids')::uuid[] = ${`{${animals.join(',')}}`}::uuid[] as animals,
          current_setting('statement_timeout') as patience, current_setting('TimeZone') as zone`),
    pool,
  )
  counter.stop()
  expect(told).toEqual({ role: 'guardian', purpose: '', animals: true, patience: '5s', zone: 'UTC' })
  expect(counter.statements).toHaveLength(1)
  await expect(inTransaction({ animalIds: ['},{x'] }, () => Promise.resolve(), pool)).rejects.toThrow(
    /not an id/,
  )
  await pool.$client.end()
})

test('a deadlock is run again, and both transactions come through', async () => {
  const pool = connect(url, { max: 2 })
  const both = [moment(), moment()] as const
  let runs = 0
  await Promise.all(
    both.map((mine, index) =>
      inTransaction(
        {},
        async (tx) => {
          runs++
          await tx.execute(sql`select pg_advisory_xact_lock(${7_000 + index})`)
          mine.reach()
          await both[1 - index]?.reached
          await tx.execute(sql`select pg_advisory_xact_lock(${7_001 - index})`)
        },
        pool,
      ),
    ),
  )
  expect(runs).toBeGreaterThan(2)
  await pool.$client.end()
})

test('a failed statement keeps its SQLSTATE through the layers', async () => {
  const pool = connect(url, { max: 1 })
  const failed = await inTransaction({}, (tx) => tx.execute(sql`select 1 / 0`), pool).catch(
    (error: unknown) => error,
  )
  expect(sqlState(failed)).toBe('22012')
  await pool.$client.end()
})

function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}
