import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld, type World } from '@/db/factories/world'
import { contact, outbox, visit } from '@/db/schema'
import { sheetFor } from '@/lib/paper/sheets'
import { blocksOf } from '@/lib/domain/paper/blocks'
import { peopleOf } from './contact'
import { chooseLocale } from './locale'
import { cancelVisit } from './visit-press'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const german = { locale: 'de-DE', units: 'imperial' } as const
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

test('a person chooses for themselves; nobody else of the house, and no stranger, is touched', async () => {
  const [home, other] = [await makeHousehold(world), await makeHousehold(world)]
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.insert(contact).values({ practiceId: world.practiceId, clientId: home.clientId, name: 'Ben' }),
  )
  expect((await chooseLocale(home.guardian, german)).ok).toBe(true)
  const chosen = (await peopleOf(world.assistant, home.clientId)).map(({ locale }) => locale)
  expect(chosen).toEqual(['de-DE', 'en-GB'])
  expect((await peopleOf(world.assistant, other.clientId)).map(({ locale }) => locale)).toEqual(['en-GB'])
})

test('a mail is written in the language of who reads it, whoever causes it', async () => {
  const home = await makeHousehold(world)
  await chooseLocale(home.guardian, german)
  const visitId = await makeVisit(world, home, {
    localStart: Temporal.PlainDateTime.from('2026-05-20T10:00'),
  })
  const version = await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
    const [row] = await tx.select({ version: visit.version }).from(visit).where(eq(visit.id, visitId))
    return row?.version ?? 0
  })
  const off = { id: visitId, version, reason: 'Ill' }
  expect((await cancelVisit(world.consultant, off, now)).ok).toBe(true)
  const [mail] = await inTransaction({ purpose: 'outbox' }, (tx) =>
    tx
      .select({ subject: outbox.subject, html: outbox.bodyHtml, text: outbox.bodyText })
      .from(outbox)
      .where(and(eq(outbox.toAddress, home.email), eq(outbox.kind, 'visit_cancellation'))),
  )
  expect(mail?.subject).toContain('Mittwoch, 20. Mai')
  expect(mail?.html).toContain('<html lang="de">')
  expect(mail?.text).toContain('Mittwoch, 20. Mai 2026, 10:00')
})

test('a sheet is in the language of its household, whoever prints it', async () => {
  const home = await makeHousehold(world)
  await makePlan(world, home, { stageKey: 'C4' })
  const words = async (viewer: typeof home.guardian | typeof world.consultant) => {
    const sheet = await sheetFor('fridge', viewer, { id: home.animalId }, now)
    return [sheet.language, JSON.stringify(blocksOf(sheet))]
  }
  const [english, before] = await words(world.consultant)
  expect(english).toBe('en')
  await chooseLocale(home.guardian, german)
  const [language, after] = await words(world.consultant)
  expect(language).toBe('de')
  expect(after).not.toBe(before)
  expect((await words({ ...home.guardian, locale: 'es-ES' }))[0]).toBe('es')
})
