import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { assessmentsOf } from '@/lib/data/assessment'
import { asViewer } from '@/lib/data/as-viewer'
import { openPhoto } from '@/lib/data/photo'
import { todayOf } from '@/lib/data/today'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { type Sheet, sheetKinds } from '@/lib/domain/paper/sheet'
import { pdfOf } from '@/lib/paper/pdf'
import { readPdf } from '@/lib/paper/testing/read-pdf'
import { countQueries } from '../client'
import { seedDemo } from './seed'
import { extremeSheets } from './testing/sheets'

// A Saturday at noon, a Sunday at night, a Friday at dawn in the weeks after a clock change.
const moments = ['2026-11-28T11:40', '2026-11-22T22:30', '2026-04-10T06:05'].map((wall) =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/London').toInstant(),
)

// What is lost when the power goes is made again: no need to wait for the disk.
process.env.DATABASE_URL += '?synchronous_commit=off'

describe('the demo practice', () => {
  it.each(moments)('is whole at %s', { timeout: 480_000 }, async (now) => {
    const counted = countQueries()
    const seeded = await seedDemo({ now, adminUrl: process.env.MIGRATION_DATABASE_URL })
    counted.stop()
    const { practice, lived } = seeded
    const { mairi, jonas } = practice.staff

    const animals = lived.flatMap(({ animals }) => animals)
    const standings = await assessmentsOf(
      mairi,
      animals.map(({ id }) => id),
      now,
    )
    const stands = Object.fromEntries(
      [...standings.values()].map((one) => [one.name, `${one.stageKey} ${one.recommendation} ${one.why}`]),
    )
    expect(lived).toHaveLength(14)
    expect(animals).toHaveLength(20)
    expect(new Set([...standings.values()].map(({ recommendation }) => recommendation))).toEqual(
      new Set(['advance', 'stay', 'step_back', 'pause', 'stop_enrich']),
    )
    const stages = new Set([...standings.values()].map(({ stageKey }) => stageKey))
    for (let stage = 0; stage <= 9; stage++) expect(stages).toContain(`C${stage}`)
    expect([...stages].some((stage) => stage.startsWith('R'))).toBe(true)
    expect(stands).toMatchObject(expected)

    const [rows] = await asViewer(mairi, (tx) =>
      tx.execute<Record<string, number>>(sql`select
        (select count(*)::int from app.session) as sessions, (select count(*)::int from app.visit) as visits,
        (select count(*)::int from app.note where status = 'signed') as signed,
        (select count(*)::int from app.note where status = 'draft') as drafts,
        (select count(*)::int from app.amendment) as amendments,
        (select count(*)::int from app.outbox where kind = 'reminder') as reminders,
        (select count(*)::int from app.outbox where kind = 'weekly') as letters,
        (select count(distinct observation_id)::int from app.live_event) as watched,
        (select count(distinct animal_id)::int from app.photo) as photographed,
        (select count(*)::int from app.audit_event where at > ${now.toString()}::timestamptz) as later`),
    )
    expect(rows?.sessions).toBeGreaterThan(450)
    expect(rows?.sessions).toBeLessThan(560)
    expect(rows?.signed).toBeGreaterThan(50)
    expect(rows?.drafts).toBeGreaterThanOrEqual(2)
    expect(rows?.amendments).toBeGreaterThanOrEqual(3)
    expect(rows?.reminders).toBeGreaterThan(0)
    expect(rows?.letters).toBe(2)
    expect(rows?.watched).toBe(1)
    expect(rows?.photographed).toBe(6)
    expect(rows?.later).toBe(0)

    const today = await todayOf(mairi, {}, now)
    expect(today.line.stops).toHaveLength(4)
    expect((await todayOf(jonas, {}, now)).line.stops).toHaveLength(2)
    // Some fifteen seconds on two cores; counted, since a busy machine is no slower seed.
    expect(counted.statements.length).toBeLessThan(12_000)
    if (now === moments[0]) await checkSheets(mairi, await extremeSheets(seeded, now))
  })
})

/** As many pages as it has parts, on both papers: none blank, all of them text, with a code that leads back. */
async function checkSheets(viewer: MemberViewer, sheets: [what: string, sheet: Sheet][]) {
  expect(new Set(sheets.map(([, { kind }]) => kind))).toEqual(new Set(sheetKinds))
  for (const [what, sheet] of sheets)
    for (const paper of ['a4', 'letter'] as const) {
      const pdf = await pdfOf({ ...sheet, paper }, async (id) => (await openPhoto(viewer, id)).whole())
      const { pages, code, outline } = await readPdf(pdf)
      expect(pages, what).toHaveLength(sheet.parts.length)
      expect(outline.length, what).toBeGreaterThan(0)
      expect(code === null, what).toBe(sheet.kind === 'day' || sheet.kind === 'lost')
      for (const { text } of pages) expect(text.length, what).toBeGreaterThan(300)
    }
}

/** How each script ends, whatever the weekday and the hour. */
const expected = {
  'Mrs Pettigrew': 'C3 stop_enrich stop_preference',
  Pixel: 'C6 stay tolerating',
  Mochi: 'C7 stay min_days',
  Captain: 'C8 stay min_days',
  Tortellino: 'C6 pause rest',
  Nonna: 'C2 pause context',
  Orkney: 'C4 stay confidence',
  Sardinha: 'C7 step_back back_two_of_three',
  Fig: 'C5 stay gate',
  Quince: 'C2 stay push_rule',
  Zaatar: 'C0 stay few_sessions',
  'Dumpling 🥟': 'C4 stay min_days',
  'Professor Plum': 'R4 stay push_rule',
  Käthe: 'C5 pause vet_open',
  Miso: 'C3 advance advance',
  Bramble: 'C9 stay min_days',
  Wisp: 'C1 stay push_rule',
  Tófa: 'C1 advance advance',
}
