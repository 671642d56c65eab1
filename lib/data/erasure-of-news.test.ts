import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { eq, getTableName } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { news, newsChoice, pushDevice } from '@/db/schema'
import { usualChoice } from '@/lib/domain/news/ringing'
import { letRing } from '@/lib/jobs/testing/local-devices'
import { writeNews } from '@/lib/mail/news'
import { askErasure, confirmErasure, erasureOf } from './erasure'
import { chooseNews } from './news'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-ledger-'))
beforeAll(() => {
  vi.stubEnv('ERASURE_LEDGER', path.join(folder, 'erasures.jsonl'))
})
afterAll(() => {
  vi.unstubAllEnvs()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('after an erasure nobody of the household is rung, and nobody’s list speaks of it', async () => {
  const world = await makeWorld()
  const { practiceId, boss } = world
  const { clientId, guardian } = await makeHousehold(world)
  await letRing(guardian, 'https://push.example.com/theirs')
  await letRing(boss, 'https://push.example.com/of-the-practice')
  await chooseNews(guardian, { ...usualChoice, shown: [], rings: [] }, now)
  await askErasure(guardian, { clientId }, now)
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    writeNews(tx, { practiceId, kind: 'homework_changed', key: 'homework:1', told: { clientId } }),
  )
  const whose = () =>
    inTransaction({ practiceId, role: 'system' }, async (tx) => {
      const rows = []
      for (const table of [news, newsChoice, pushDevice])
        for (const { who } of await tx
          .select({ who: table.personId })
          .from(table)
          .where(eq(table.practiceId, practiceId)))
          rows.push(`${getTableName(table)}: ${who === boss.memberId ? 'the practice' : 'the household'}`)
      return rows.sort()
    })
  expect(await whose()).toEqual([
    'news: the household',
    'news: the practice',
    'news_choice: the household',
    'push_device: the household',
    'push_device: the practice',
  ])
  const id = (await erasureOf(boss, clientId, now))?.id ?? ''
  expect(await confirmErasure(boss, { id, name: 'Berger' }, now)).toMatchObject({ ok: true })
  expect(await whose()).toEqual(['push_device: the practice'])
})
