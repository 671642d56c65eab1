import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeWorld, type World } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { consentSchema } from '@/lib/domain/client/schema'
import { firstTimesOf } from '@/lib/domain/journal/first-times'
import { ownerLogSchema } from '@/lib/domain/log/schema'
import { NotFound } from '@/lib/domain/result/result'
import { sheetFor } from '@/lib/paper/sheets'
import { recordConsent } from './consent'
import { journalOf, monthOnPaper } from './journal'
import { addPhoto } from './photo'
import { recordSession, voidSession } from './session'

const now = Temporal.Instant.from('2026-05-14T16:00:00Z')
const month = Temporal.PlainYearMonth.from('2026-05')
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
const value = <T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

async function atHome() {
  const household = await makeHousehold(world)
  const { animalId, clientId, guardian } = household
  await makePlan(world, household)
  const said = { clientId, kind: 'photos', given: 'yes', givenOn: '2026-05-01', givenBy: 'Lena' }
  await recordConsent(world.consultant, consentSchema.parse(said), now)
  const log = async (day: string) => {
    const id = randomUUID()
    const input = { id, animalId, stress: '0', durationBand: '5_to_10min', choice: 'came', place: 'room' }
    value(await recordSession(guardian, ownerLogSchema.parse({ ...input, day, time: '18:00' }), now))
    return id
  }
  const bytes = await sharp({ create: { width: 60, height: 90, channels: 3, background: '#a73' } })
    .jpeg()
    .toBuffer()
  const photograph = async (sessionId?: string) =>
    value(await addPhoto(world.consultant, { animalId, sessionId, bytes }, now)).photoId
  return { household, ...household, log, photograph }
}

test('sessions with who wrote them down, photos on the day of their session, first times from both', async () => {
  const { guardian, animalId, log, photograph } = await atHome()
  const [first, second] = [await log('2026-05-08'), await log('2026-05-10')]
  const photoId = await photograph(second)
  await photograph()
  const journal = await journalOf(guardian, animalId, now)
  const { sessions } = journal.progress
  expect(sessions.map(({ id, recordedByName, place }) => [id, recordedByName, place])).toEqual([
    [first, 'Lena Berger', 'room'],
    [second, 'Lena Berger', 'room'],
  ])
  expect(journal.photos.map(({ id, day }) => [id, day.toString()])).toEqual([[photoId, '2026-05-10']])
  expect(firstTimesOf(sessions)).toContainEqual(
    expect.objectContaining({ key: 'harness_5', sessionId: first }),
  )

  value(await voidSession(guardian, { sessionId: first, reason: 'The other cat' }, now))
  const left = firstTimesOf((await journalOf(guardian, animalId, now)).progress.sessions)
  expect(left).toContainEqual(expect.objectContaining({ key: 'harness_5', sessionId: second }))
  value(await voidSession(guardian, { sessionId: second, reason: 'The other cat' }, now))
  expect(await journalOf(guardian, animalId, now)).toMatchObject({
    progress: { sessions: [] },
    photos: [],
  })
})

test('a photo the practice keeps to itself is in no journal', async () => {
  const { guardian, animalId, log } = await atHome()
  const bytes = await sharp({ create: { width: 60, height: 90, channels: 3, background: '#37a' } })
    .jpeg()
    .toBuffer()
  const sessionId = await log('2026-05-10')
  value(await addPhoto(world.consultant, { animalId, sessionId, shown: false, bytes }, now))
  expect((await journalOf(guardian, animalId, now)).photos).toEqual([])
})

test('a month is that month alone; as many statements for one animal as for three', async () => {
  const { household, guardian, clientId, animalId, log, photograph } = await atHome()
  await photograph(await log('2026-05-10'))
  const [one, count] = await counted(() => monthOnPaper(guardian, { month }, now))
  expect(one).toMatchObject({ practiceName: 'Slow Door Cat Practice', paper: 'a4' })
  expect(one.animals.map(({ name, photos, letter }) => [name, photos.length, letter])).toEqual([
    ['Moth', 1, null],
  ])
  const april = await monthOnPaper(guardian, { month: month.subtract({ months: 1 }), animalId }, now)
  expect(april.animals[0]?.photos).toEqual([])

  const more = [randomUUID(), randomUUID()]
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.insert(schema.animal).values(
      more.map((id) => ({
        practiceId: world.practiceId,
        id,
        clientId,
        name: 'Fig',
        species: 'cat' as const,
      })),
    ),
  )
  for (const id of more) await makePlan(world, { animalId: id })
  const [three, same] = await counted(() =>
    monthOnPaper(household.seenBy([animalId, ...more]), { month }, now),
  )
  expect(three.animals).toHaveLength(3)
  expect(same).toBe(count)
  expect(count).toBeLessThanOrEqual(6)
})

test('who works here prints the month of an animal that is named, with what its household would read', async () => {
  const { guardian, animalId, log, photograph } = await atHome()
  const sessionId = await log('2026-05-10')
  await photograph(sessionId)
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#37a' } })
    .jpeg()
    .toBuffer()
  value(await addPhoto(world.consultant, { animalId, sessionId, shown: false, bytes }, now))
  const [theirs, ours] = await Promise.all(
    [guardian, world.assistant].map((viewer) => monthOnPaper(viewer, { month, animalId }, now)),
  )
  expect(ours?.animals[0]?.photos).toHaveLength(1)
  expect(ours).toEqual(theirs)
  await expect(monthOnPaper(world.assistant, { month }, now)).rejects.toThrow(NotFound)
  const elsewhere = await makeWorld({ name: 'Elsewhere' })
  await expect(monthOnPaper(elsewhere.boss, { month, animalId }, now)).rejects.toThrow(NotFound)
  const sheet = await sheetFor('month', world.assistant, { id: '2026-05', who: animalId }, now)
  expect(sheet).toMatchObject({ kind: 'month', language: 'en' })
})

test('no month that has not begun, none of another household; the journal itself is the household’s', async () => {
  const { guardian, animalId } = await atHome()
  const june = month.add({ months: 1 })
  await expect(monthOnPaper(guardian, { month: june }, now)).rejects.toThrow(NotFound)
  const other = await makeHousehold(world, { name: 'Other', animal: 'Else' })
  await expect(monthOnPaper(other.guardian, { month, animalId }, now)).rejects.toThrow(NotFound)
  await expect(journalOf(other.guardian, animalId, now)).rejects.toThrow(NotFound)
  await expect(journalOf(world.consultant, animalId, now)).rejects.toThrow(NotFound)
})

async function counted<T>(run: () => Promise<T>): Promise<[T, number]> {
  const { statements, stop } = countQueries()
  const answer = await run()
  stop()
  return [answer, statements.length]
}
