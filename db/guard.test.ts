import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, inTransaction } from './client'
import { ConnectionLost } from './guard'
import { makeProbe, moment } from './testing/probe'

const a = randomUUID()
const b = randomUUID()
const url = process.env.DATABASE_URL ?? ''
let probe: Awaited<ReturnType<typeof makeProbe>>
beforeAll(async () => void (probe = await makeProbe()))
afterAll(() => probe.drop())

const rowsOf = (round: number) =>
  probe.admin<{ practice_id: string; step: string }[]>`
    select practice_id, step from ${probe.admin(probe.table)} where round = ${round} order by step`

describe('a transaction whose connection is lost', () => {
  test('200 rounds: reaches nobody else, and the other tenant stays whole', async () => {
    const pool = connect(url, { max: 1 })
    const add = (tenant: string, round: number, step: string) =>
      sql`insert into ${sql.raw(probe.table)} values (${tenant}, ${round}, ${step})`
    const outcomes = { lost: 0, refused: 0, seen: 0 }
    for (let round = 0; round < 200; round++) {
      const otherIsOpen = moment()
      const triedAgain = moment()
      const dead = inTransaction(
        { practiceId: a },
        async (tx) => {
          await tx.execute(add(a, round, 'first'))
          const [backend] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
          // Every other round the backend ends under a running statement instead of between two.
          const kill =
            round % 2 === 0
              ? probe.admin`select pg_terminate_backend(${backend?.pid ?? 0})`
              : tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
          await Promise.resolve(kill).catch(() => undefined)
          await otherIsOpen.reached
          const attempts = [
            () => tx.execute(add(a, round, 'late')),
            () =>
              tx
                .execute(sql`select * from ${sql.raw(probe.table)}`)
                .then((rows) => (outcomes.seen += rows.length)),
            () => tx.transaction((inner) => inner.execute(add(a, round, 'nested'))),
          ]
          for (const attempt of attempts) {
            await attempt().catch((error: unknown) => {
              if (wraps(error, ConnectionLost)) outcomes.refused++
            })
          }
          triedAgain.reach()
          if (round % 4 < 2) throw new Error('the callback fails late')
        },
        pool,
      )
      await expect(dead).rejects.toThrow()
      outcomes.lost++
      await inTransaction(
        { practiceId: b },
        async (tx) => {
          await tx.execute(add(b, round, 'one'))
          otherIsOpen.reach()
          await triedAgain.reached
          await new Promise(setImmediate)
          await tx.execute(add(b, round, 'two'))
        },
        pool,
      )
      expect(await rowsOf(round)).toMatchObject([
        { practice_id: b, step: 'one' },
        { practice_id: b, step: 'two' },
      ])
    }
    expect(outcomes).toEqual({ lost: 200, refused: 600, seen: 0 })
    await pool.$client.end()
  })

  test('the bare driver lets it through, which is why the guard exists', async () => {
    const driver = postgres(url, { max: 1, connection: { application_name: 'unguarded' } })
    let leaks = 0
    for (let round = 1000; round < 1010; round++) {
      const otherIsOpen = moment()
      const triedAgain = moment()
      const dead = driver.begin(async (tx) => {
        const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
        await probe.admin`select pg_terminate_backend(${backend?.pid ?? 0})`
        await otherIsOpen.reached
        const seen = await tx`select * from ${tx(probe.table)} where round = ${round}`.catch(() => [])
        if (seen.length > 0) leaks++
        triedAgain.reach()
        await new Promise(() => undefined)
      })
      await expect(dead).rejects.toThrow()
      await driver.begin(async (tx) => {
        await tx`select set_config('app.practice_id', ${b}, true)`
        await tx`insert into ${tx(probe.table)} values (${b}, ${round}, 'one')`
        otherIsOpen.reach()
        await triedAgain.reached
      })
    }
    await driver.end()
    expect(leaks).toBeGreaterThan(0)
  })

  test('a reaction in the same instant as the loss is refused as well', async () => {
    const pool = connect(url, { max: 1 })
    const [first] = await Promise.allSettled([
      pool.transaction((tx) =>
        tx.execute(sql`select pg_terminate_backend(pg_backend_pid()), pg_sleep(1)`).catch(async () => {
          for (let tries = 0; tries < 50; tries++) {
            await tx.execute(sql`select 1`).catch(() => undefined)
          }
        }),
      ),
    ])
    expect(first.status).toBe('rejected')
    const rows = await inTransaction({}, (tx) => tx.execute(sql`select 1 as one`), pool)
    expect(rows).toHaveLength(1)
    await pool.$client.end()
  })
})

describe('the guarded pool', () => {
  test('refuses statements outside a transaction and a second transaction inside one', async () => {
    const pool = connect(url, { max: 2 })
    await expect(Promise.resolve().then(() => pool.execute(sql`select 1`))).rejects.toThrow()
    const nested = inTransaction({}, () => inTransaction({}, () => Promise.resolve(1), pool), pool)
    await expect(nested).rejects.toThrow(/already open/)
    await pool.$client.end()
  })

  test('a handle kept after the end of its transaction is dead', async () => {
    const pool = connect(url, { max: 1 })
    const kept = await inTransaction({}, (tx) => Promise.resolve({ tx }), pool)
    await expect(kept.tx.execute(sql`select 1`)).rejects.toThrow()
    await pool.$client.end()
  })
})

function wraps(error: unknown, kind: typeof ConnectionLost): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof kind) return true
  return false
}
