import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { mintShare } from '@/lib/auth/mint'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import type { StrangerCase, Target } from './cases'
import { makeTarget } from './target'
import { filesWithTheirOwnWay, verbsOfData } from './verbs'

const verbs = verbsOfData()
const cases = await everyCase()
const admin = postgres(process.env.MIGRATION_DATABASE_URL ?? '', { max: 2, onnotice: () => undefined })
afterAll(() => admin.end())

describe('lib/data', () => {
  test.each(verbs)('$file: a stranger tries $name', ({ name }) => {
    expect(cases.has(name), `lib/data/strangers has no case for ${name}`).toBe(true)
  })

  test('names no verb twice, so that a case is of one verb', () => {
    const names = verbs.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('has no case for what is gone', () => {
    const names = new Set(verbs.map(({ name }) => name))
    expect([...cases.keys()].filter((name) => !names.has(name))).toEqual([])
  })

  test('reaches the database through asViewer alone', () => {
    // Somebody's own sign-ins belong to no practice: account.ts reads them by the viewer's user id.
    expect(filesWithTheirOwnWay().filter((file) => file !== 'account.ts')).toEqual([])
  })
})

const strangers: Record<string, (target: Target) => Promise<Viewer>> = {
  'the owner of another practice': async () => (await makeWorld({ name: 'Elsewhere' })).boss,
  'a guardian of another household': async ({ world }) =>
    (await makeHousehold(world, { name: 'Other', animal: 'Else' })).guardian,
  'whoever holds a share link of another animal': async ({ world }) => {
    const { practiceId, zone } = world
    const { animalId } = await makeHousehold(world, { name: 'Other', animal: 'Else' })
    return mintShare({
      practiceId,
      practiceName: '',
      zone,
      scope: 'journey',
      linkId: randomUUID(),
      animalIds: [animalId],
    })
  },
}

describe.each(Object.entries(strangers))('%s', (_who, make) => {
  test.concurrent.each([...cases])('gets nothing from %s', async (_name, tryIt) => {
    const target = await makeTarget()
    const stranger = await make(target)
    const before = await rowsOf(target)
    const answer = await tryIt(stranger, target).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    })
    expect(isNothing(answer), `a leak: ${JSON.stringify(answer)}`).toBe(true)

    const after = await rowsOf(target)
    expect([...before].filter((row) => !after.has(row)).map(nameOnly), 'changed rows').toEqual([])
    const trace = tracesOf(stranger)
    const left = [...after].filter((row) => !before.has(row) && trace.some((mark) => row.includes(mark)))
    expect(left.map(nameOnly), 'rows the stranger left behind').toEqual([])
  })
})

/** Nothing there, or the refusal that says nothing. */
function isNothing(answer: unknown): boolean {
  if (answer === null || answer === undefined || answer === false || answer === 0) return true
  if (answer instanceof Map || answer instanceof Set) return answer.size === 0
  if (Array.isArray(answer)) return answer.every((one) => one === null)
  if (typeof answer !== 'object') return false
  if ('ok' in answer) {
    const { ok, reason, ...more } = answer as { ok: boolean; reason?: string }
    return !ok && reason === 'errors.notAllowed' && Object.keys(more).length === 0
  }
  return Object.values(answer).every(isNothing)
}

/** Every row of the target's practice, each as its table and its text. */
async function rowsOf({ world }: Target): Promise<Set<string>> {
  const tables = await tenantTables
  const parts = tables.map(
    (name) =>
      `select '${name}' || ' ' || t::text as row from app."${name}" t where practice_id = '${world.practiceId}'`,
  )
  const rows = await admin.unsafe<{ row: string }[]>(parts.join(' union all '))
  return new Set(rows.map(({ row }) => row))
}

const tenantTables = admin<{ name: string }[]>`
  select table_name as name from information_schema.columns
  where table_schema = 'app' and column_name = 'practice_id'`.then((rows) => rows.map(({ name }) => name))

const nameOnly = (row: string) => row.slice(0, row.indexOf(' '))

/** What the audit or a row would hold of whoever wrote it. */
function tracesOf(stranger: Viewer): string[] {
  const ids = Object.entries(stranger).filter(([key]) => /^(userId|memberId|contactId|linkId)$/.test(key))
  return [...ids.map(([, value]) => String(value)), `,${stranger.kind},`].filter(
    (mark) => mark !== ',member,',
  )
}

async function everyCase(): Promise<Map<string, StrangerCase>> {
  const found = new Map<string, StrangerCase>()
  for (const name of fs.readdirSync(import.meta.dirname)) {
    if (/\.test\.ts$|^(cases|target|verbs)\.ts$/.test(name)) continue
    const registered = (await import(`./${name.replace(/\.ts$/, '')}.ts`)) as Record<string, unknown>
    for (const group of Object.values(registered)) {
      for (const [verb, tryIt] of Object.entries(group as Record<string, StrangerCase>))
        found.set(verb, tryIt)
    }
  }
  return found
}
