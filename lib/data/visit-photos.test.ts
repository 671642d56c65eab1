import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld, type World } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { consentSchema } from '@/lib/domain/client/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { photoFolder } from '@/lib/env'
import { mp4Of } from '@/lib/storage/film/testing/mp4'
import { recordConsent } from './consent'
import { addPhoto, openPhoto, type NewPhoto } from './photo'
import { recordSession } from './session'
import { removePhoto, sessionPhotos, showPhoto, shownPhotos, visitPhotos } from './visit-photos'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a73' } })
  .jpeg()
  .toBuffer()
const other = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#37a' } })
  .png()
  .toBuffer()
const say = (clientId: string, kind: string, given: 'yes' | 'no', on = '2026-05-01') =>
  recordConsent(
    world.consultant,
    consentSchema.parse({ clientId, kind, given, givenOn: on, givenBy: 'Lena' }),
    now,
  )
let taken = 0
const add = async (photo: Omit<NewPhoto, 'bytes'> & { bytes?: Uint8Array }) => {
  const moment = now.add({ seconds: taken++ })
  const kept = await addPhoto(world.consultant, { bytes: picture, ...photo }, moment)
  if (!kept.ok) throw new Error(kept.reason)
  return kept.value.photoId
}
let visits = 0
async function visited() {
  const household = await makeHousehold(world)
  const localStart = Temporal.PlainDateTime.from('2026-05-14T10:15').add({ days: visits++ })
  return { ...household, visitId: await makeVisit(world, household, { localStart }) }
}
const rowsOf = (animalId: string) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.select().from(schema.photo).where(eq(schema.photo.animalId, animalId)),
  )
const sign = (visitId: string) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
    const { practiceId } = world
    const authorId = world.consultant.memberId
    await tx.insert(schema.note).values({
      ...{ practiceId, visitId, authorId, status: 'signed', body: {} as never },
      ...{ signedAt: now, signedBy: authorId, signedZone: world.zone, contentHash: 'x' },
    })
  })

test('a household is asked once about photos and videos, and its answers are respected', async () => {
  const { clientId, animalId, visitId } = await visited()
  const consent = async () => (await visitPhotos(world.consultant, visitId)).consent
  const attempt = (bytes: Uint8Array) => addPhoto(world.consultant, { animalId, visitId, bytes }, now)
  expect(await consent()).toEqual({ pictures: false, films: false, ask: true })
  expect(await attempt(picture)).toEqual({ ok: false, reason: 'photo.refusal.notAgreed' })
  expect(await attempt(mp4Of())).toEqual({ ok: false, reason: 'photo.refusal.filmNotAgreed' })
  await say(clientId, 'photos', 'yes')
  expect(await consent()).toEqual({ pictures: true, films: false, ask: true })
  expect(await attempt(picture)).toMatchObject({ ok: true })
  expect(await attempt(mp4Of())).toEqual({ ok: false, reason: 'photo.refusal.filmNotAgreed' })
  await say(clientId, 'recording', 'yes', '2026-05-02')
  expect(await consent()).toEqual({ pictures: true, films: true, ask: false })
  expect(await attempt(mp4Of())).toMatchObject({ ok: true, value: { width: 640, height: 360 } })
  await say(clientId, 'recording', 'no', '2026-05-03')
  expect(await consent()).toEqual({ pictures: true, films: false, ask: false })
  const said = await visited()
  await say(said.clientId, 'photos', 'no')
  expect((await visitPhotos(world.boss, said.visitId)).consent).toMatchObject({ ask: false, pictures: false })
})

test('the same photo under the same number is kept once, however often and at once it comes', async () => {
  const { clientId, animalId, visitId } = await visited()
  await say(clientId, 'recording', 'yes')
  const id = randomUUID()
  const takenAt = Temporal.Instant.from('2026-05-13T15:00:00Z')
  const send = (bytes: Uint8Array) =>
    addPhoto(world.consultant, { id, animalId, visitId, takenAt, bytes }, now)
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(picture)))
  for (const answer of [...answers, await send(picture)])
    expect(answer).toEqual({ ok: true, value: { photoId: id, width: 900, height: 600 } })
  const rows = await rowsOf(animalId)
  expect(rows).toHaveLength(1)
  const folder = path.join(photoFolder(), world.practiceId)
  const name = path.basename(rows[0]?.storageKey ?? '', '.webp')
  expect(
    fs
      .readdirSync(folder)
      .filter((one) => one.startsWith(name))
      .sort(),
  ).toEqual([`${name}-small.webp`, `${name}.webp`])
  expect(await send(other)).toEqual({ ok: false, reason: 'photo.refusal.otherPhoto' })
  const [shown] = (await visitPhotos(world.consultant, visitId)).photos
  expect(shown).toMatchObject({ id, animalId, shown: true, by: 'Jonas Weiss', at: takenAt })
  const removed = await removePhoto(world.consultant, { photoId: id }, now)
  expect(removed.ok).toBe(true)
  // A repeat that was on its way does not bring back what was taken away.
  expect(await send(picture)).toMatchObject({ ok: true })
  expect((await visitPhotos(world.consultant, visitId)).photos).toEqual([])
})

test('lists show a small copy; a film has none', async () => {
  const { clientId, animalId, visitId } = await visited()
  await say(clientId, 'recording', 'yes')
  const photo = await openPhoto(world.consultant, await add({ animalId, visitId }))
  expect(await sharp(await photo.whole('small')).metadata()).toMatchObject({ width: 480, height: 320 })
  expect(await sharp(await photo.whole()).metadata()).toMatchObject({ width: 900, height: 600 })
  const film = await openPhoto(world.consultant, await add({ animalId, visitId, bytes: mp4Of() }))
  expect(film).toMatchObject({ format: 'mp4' })
  expect((await film.whole('small')).length).toBe(film.size)
})

test('the household sees what is shown, once the note is signed, and nothing that was taken away', async () => {
  const { clientId, animalId, visitId, guardian } = await visited()
  await say(clientId, 'recording', 'yes')
  const [mine, hidden, gone] = [
    await add({ animalId, visitId }),
    await add({ animalId, visitId, shown: false }),
    await add({ animalId, visitId, bytes: other }),
  ]
  const sees = async () => {
    const opened = await Promise.all(
      [mine, hidden, gone].map((id) =>
        openPhoto(guardian, id).then(
          () => id,
          () => null,
        ),
      ),
    )
    return opened.filter((id) => id !== null)
  }
  const shown = async () => (await shownPhotos(guardian, visitId)).map(({ id }) => id)
  expect([await sees(), await shown()]).toEqual([[], []])
  await sign(visitId)
  expect(await sees()).toEqual([mine, gone])
  expect(await shown()).toEqual([mine, gone])
  expect(await showPhoto(world.assistant, { photoId: mine, shown: false })).toMatchObject({ ok: false })
  await showPhoto(world.consultant, { photoId: mine, shown: false })
  await showPhoto(world.boss, { photoId: hidden, shown: true })
  await removePhoto(world.consultant, { photoId: gone }, now)
  expect(await sees()).toEqual([hidden])
  expect((await shownPhotos(world.boss, visitId)).map(({ id }) => id)).toEqual([hidden])
  const [row] = (await rowsOf(animalId)).filter(({ id }) => id === gone)
  expect(row?.removedBy).toBe(world.consultant.memberId)
  expect(fs.existsSync(path.join(photoFolder(), row?.storageKey ?? ''))).toBe(false)
  // The wall below the predicate: the household's own transaction sees the same rows.
  const walled = await inTransaction(
    { practiceId: world.practiceId, role: 'guardian', clientId, animalIds: [animalId] },
    (tx) => tx.select({ id: schema.photo.id }).from(schema.photo),
  )
  expect(walled).toEqual([{ id: hidden }])
})

test('evidence of the safety list is neither hidden nor taken away here', async () => {
  const { clientId, animalId } = await visited()
  await say(clientId, 'photos', 'yes')
  const photoId = await add({ animalId })
  await expect(showPhoto(world.boss, { photoId, shown: false })).rejects.toThrow(NotFound)
  await expect(removePhoto(world.boss, { photoId }, now)).rejects.toThrow(NotFound)
})

test('a photo belongs to a visit to its own home and to a session of its own animal', async () => {
  const { clientId, animalId, visitId } = await visited()
  await say(clientId, 'recording', 'yes')
  const elsewhere = await visited()
  await expect(add({ animalId, visitId: elsewhere.visitId })).rejects.toThrow(NotFound)
  await makePlan(world, { animalId })
  const form = { id: randomUUID(), animalId, visitId, stress: '0' }
  const recorded = await recordSession(world.consultant, recordedSessionSchema.parse(form), now)
  if (!recorded.ok) throw new Error(recorded.reason)
  const { sessionId } = recorded.value
  await expect(add({ animalId: elsewhere.animalId, sessionId })).rejects.toThrow(NotFound)
  const photoId = await add({ animalId, sessionId, bytes: mp4Of() })
  const [row] = await rowsOf(animalId)
  expect(row).toMatchObject({ id: photoId, sessionId, visitId, format: 'mp4', durationMs: 4000 })
  const page = await sessionPhotos(world.assistant, sessionId)
  expect(page).toMatchObject({ clientId, signed: false, mayAdd: false, photos: [{ id: photoId }] })
  expect((await visitPhotos(world.assistant, visitId)).photos).toMatchObject([{ id: photoId }])
  await expect(sessionPhotos((await makeWorld()).boss, sessionId)).rejects.toThrow(NotFound)
})

test('the page asks the database twice, for one photo and for forty', async () => {
  const { clientId, animalId, visitId } = await visited()
  await say(clientId, 'recording', 'yes')
  const photoId = await add({ animalId, visitId })
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
    const [one] = await tx
      .select()
      .from(schema.photo)
      .where(and(eq(schema.photo.practiceId, world.practiceId), eq(schema.photo.id, photoId)))
    if (!one) throw new Error('no photo')
    await tx.insert(schema.photo).values(Array.from({ length: 39 }, () => ({ ...one, id: randomUUID() })))
  })
  const counting = countQueries()
  const { photos, animals } = await visitPhotos(world.consultant, visitId)
  counting.stop()
  expect(counting.statements).toHaveLength(2)
  expect([photos.length, animals.length]).toEqual([40, 1])
})

test('a household adds to its own logs, by name, with its consent, and takes its own away; nobody else’s', async () => {
  const household = await makeHousehold(world)
  const { animalId, clientId, guardian } = household
  await makePlan(world, household, { stageKey: 'C3', enteredOn: Temporal.PlainDate.from('2026-05-01') })
  const logged = async (by: Viewer) => {
    const log = recordedSessionSchema.parse({ id: randomUUID(), animalId, stress: '0' })
    const kept = await recordSession(by, log, now)
    if (!kept.ok) throw new Error(kept.reason)
    return kept.value.sessionId
  }
  const sessionId = await logged(guardian)
  const addTo = (place: Partial<NewPhoto>, by: Viewer = guardian) =>
    addPhoto(by, { animalId, bytes: picture, ...place }, now.add({ seconds: place.bytes ? 1 : 0 }))
  expect(await addTo({ sessionId })).toEqual({ ok: false, reason: 'photo.refusal.notAgreed' })
  await say(clientId, 'recording', 'yes')
  const id = randomUUID()
  for (const _ of [1, 2]) expect(await addTo({ sessionId, id, shown: false })).toMatchObject({ ok: true })
  expect(await addTo({ sessionId, bytes: mp4Of({ seconds: 5 }) })).toMatchObject({ ok: true })
  const seen = { shown: true, ofHousehold: true, by: guardian.name }
  for (const who of [guardian, world.consultant])
    expect((await sessionPhotos(who, sessionId)).photos).toMatchObject([
      { ...seen, format: 'webp' },
      { ...seen, format: 'mp4' },
    ])
  expect((await openPhoto(world.consultant, id)).format).toBe('webp')

  const theirs = await logged(world.consultant)
  const visitId = await makeVisit(world, household, {
    localStart: Temporal.PlainDateTime.from('2026-06-14T10:15'),
  })
  for (const place of [{}, { sessionId: theirs }, { visitId }, { sessionId, visitId }])
    await expect(addTo(place)).rejects.toThrow(NotFound)
  const stranger = (await makeHousehold(world, { name: 'Other' })).guardian
  await expect(addTo({ sessionId }, stranger)).rejects.toThrow(NotFound)
  await expect(sessionPhotos(stranger, sessionId)).rejects.toThrow(NotFound)
  await expect(removePhoto(stranger, { photoId: id }, now)).rejects.toThrow(NotFound)
  const ofPractice = await add({ animalId, sessionId: theirs })
  await expect(removePhoto(guardian, { photoId: ofPractice }, now)).rejects.toThrow(NotFound)

  expect(await removePhoto(guardian, { photoId: id }, now)).toEqual({ ok: true })
  await expect(openPhoto(guardian, id)).rejects.toThrow(NotFound)
  expect((await sessionPhotos(world.consultant, sessionId)).photos).toHaveLength(1)
})

test('the wall of the database: a household writes no photo as somebody else, of no other animal, and hides none', async () => {
  const [household, neighbour] = [await makeHousehold(world), await makeHousehold(world, { name: 'Other' })]
  const { guardian, animalId } = household
  await makePlan(world, household, { stageKey: 'C3', enteredOn: Temporal.PlainDate.from('2026-05-01') })
  const log = recordedSessionSchema.parse({ id: randomUUID(), animalId, stress: '0' })
  await recordSession(guardian, log, now)
  const row = {
    ...{ practiceId: world.practiceId, animalId, sessionId: log.id, byContact: guardian.contactId },
    ...{ storageKey: 'nowhere', sha256: '0'.repeat(64), width: 8, height: 8, byteSize: 100 },
  }
  const as = {
    ...{ practiceId: world.practiceId, userId: guardian.userId, role: 'guardian' as const },
    ...{ clientId: guardian.clientId, animalIds: guardian.animalIds },
  }
  const insert = (more: object) =>
    inTransaction(as, (tx) => tx.insert(schema.photo).values({ ...row, id: randomUUID(), ...more }))
  await insert({})
  for (const wrong of [
    { byContact: neighbour.guardian.contactId },
    { byContact: null, addedBy: world.consultant.memberId },
    { animalId: neighbour.animalId },
    { sessionId: null },
    { shown: false },
  ])
    await expect(insert(wrong)).rejects.toThrow()
})
