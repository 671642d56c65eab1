import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeHousehold, makeVisit, makeWorld, type Household, type World } from '@/db/factories/world'
import { inTransaction } from '@/db/client'
import { photo } from '@/db/schema'
import { sessionCookieFor } from '@/e2e/session'
import { origin } from '@/lib/auth/origin'
import { recordConsent } from '@/lib/data/consent'
import { consentSchema } from '@/lib/domain/client/schema'
import { answerFrom } from '@/lib/domain/sync/answer'
import { photoFolder } from '@/lib/env'
import { mp4Of, secrets } from '@/lib/storage/film/testing/mp4'
import { hostileFiles } from '@/lib/storage/testing/hostile'
import { GET } from './[id]/route'
import { POST } from './route'

const from = { headers: new Headers(), cookie: '' }
vi.mock('next/headers', () => ({
  headers: async () => from.headers,
  cookies: async () => ({ get: () => (from.cookie ? { value: from.cookie } : undefined) }),
}))
const signInAs = async (userId: string) => {
  from.cookie = (await sessionCookieFor(userId, origin())).value
}
beforeEach(() => {
  from.headers = new Headers({ origin: origin() })
  from.cookie = ''
})

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

async function agreed(): Promise<{ world: World; household: Household }> {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const said = { clientId: household.clientId, kind: 'recording', given: 'yes', givenBy: 'Lena' }
  await recordConsent(world.consultant, consentSchema.parse({ ...said, givenOn: '2026-05-01' }), now)
  await signInAs(world.consultant.userId)
  return { world, household }
}

function formWith(fields: Record<string, string>, bytes: Uint8Array, name = 'photo.jpg'): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('photo', new Blob([new Uint8Array(bytes)]), name)
  return form
}
const post = (body: FormData | string, headers: Record<string, string> = {}) =>
  POST(new Request(`${origin()}/api/photos`, { method: 'POST', body, headers }))
const get = (id: string, headers: Record<string, string> = {}, query = '') =>
  GET(new Request(`${origin()}/api/photos/${id}${query}`, { headers }), { params: Promise.resolve({ id }) })
const keptBy = (world: World) => {
  const folder = path.join(photoFolder(), world.practiceId)
  return fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => path.join(folder, name)) : []
}

const telling = [
  ...secrets,
  'Exif',
  'EXIF',
  'GPS',
  'XMP ',
  'adobe',
  'ICCP',
  'Somebody',
  '<script',
  'PK\x05\x06',
  '%PDF',
]

describe('two hundred files that nobody should send', async () => {
  const files = await hostileFiles()
  test('are different, and more than two hundred', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(new Set(files.map(({ what }) => what)).size).toBe(files.length)
  })

  test('are kept clean or refused with a sentence, never an error, in bounded memory', async () => {
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
    const before = process.memoryUsage().rss
    const wrong: string[] = []
    let kept = 0
    // A person sends sixty an hour.
    for (let start = 0; start < files.length; start += 50) {
      const { world, household } = await agreed()
      const some = files.slice(start, start + 50)
      for (let at = 0; at < some.length; at += 8)
        await Promise.all(
          some.slice(at, at + 8).map(async ({ what, name, bytes, must, size }) => {
            const answer = await post(formWith({ animalId: household.animalId }, bytes, name))
            const told = (await answer.json()) as { message?: string; width?: number; height?: number }
            const is = answer.status === 201 ? 'keep' : 'refuse'
            const said = is === 'keep' || (told.message ?? '').length > 10
            const stands = !size || (told.width === size[0] && told.height === size[1])
            if (![201, 400, 413, 422].includes(answer.status) || (must && is !== must) || !said || !stands)
              wrong.push(`${what}: ${answer.status} ${JSON.stringify(told)}`)
            if (is === 'keep') kept++
          }),
        )
      for (const file of keptBy(world)) {
        const bytes = fs.readFileSync(file)
        const marks = telling.filter((mark) => bytes.includes(Buffer.from(mark, 'latin1')))
        if (marks.length > 0) wrong.push(`${file}: ${marks.join()}`)
        if (!file.endsWith('.webp')) continue
        const { exif, xmp, icc, iptc, orientation, pages } = await sharp(bytes).metadata()
        if ([exif, xmp, icc, iptc, orientation].some((one) => one !== undefined) || (pages ?? 1) > 1)
          wrong.push(`${file} tells more than its pixels`)
      }
    }
    clearInterval(watch)
    expect(wrong).toEqual([])
    expect(kept).toBeGreaterThan(50)
    const grown = Math.round((most - before) / 1024 / 1024)
    expect(grown).toBeLessThan(512)
  }, 180_000)
})

test('a film of the largest size passes through without ever being whole in memory', async () => {
  const { household } = await agreed()
  const megabytes = 98
  const free = Buffer.concat([Buffer.alloc(4), Buffer.from('free')])
  free.writeUInt32BE(megabytes * 1024 * 1024 + 8)
  const part = (name: string) => `--x\r\ncontent-disposition: form-data; name="${name}"`
  async function* body() {
    yield Buffer.from(`${part('animalId')}\r\n\r\n${household.animalId}\r\n`)
    yield Buffer.from(`${part('photo')}; filename="a.mp4"\r\ncontent-type: video/mp4\r\n\r\n`)
    yield Buffer.concat([mp4Of(), free])
    for (let sent = 0; sent < megabytes * 16; sent++) yield Buffer.alloc(64 * 1024)
    yield Buffer.from('\r\n--x--\r\n')
  }
  const before = process.memoryUsage().rss
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 10)
  const request = {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: Readable.toWeb(Readable.from(body())) as ReadableStream,
    duplex: 'half',
  }
  const answer = await POST(new Request(`${origin()}/api/photos`, request as RequestInit))
  clearInterval(watch)
  expect(answer.status).toBe(201)
  const grown = Math.round((most - before) / 1024 / 1024)
  expect(grown).toBeLessThan(80)
})

test('a film is read in stretches, whole where none is asked for, and by nobody else', async () => {
  const { world, household } = await agreed()
  const answer = await post(formWith({ animalId: household.animalId }, mp4Of(), 'film.mov'))
  const { photoId } = (await answer.json()) as { photoId: string }
  const whole = await get(photoId)
  const bytes = Buffer.from(await whole.arrayBuffer())
  expect(whole.status).toBe(200)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-disposition': 'inline; filename="video.mp4"',
    'content-length': String(bytes.length),
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': 'video/mp4',
    'x-content-type-options': 'nosniff',
  })
  for (const [asked, part, range] of [
    ['bytes=0-', bytes, `bytes 0-${bytes.length - 1}/${bytes.length}`],
    ['bytes=4-11', bytes.subarray(4, 12), `bytes 4-11/${bytes.length}`],
    ['bytes=-10', bytes.subarray(-10), `bytes ${bytes.length - 10}-${bytes.length - 1}/${bytes.length}`],
  ] as const) {
    const some = await get(photoId, { range: asked })
    expect([some.status, some.headers.get('content-range')]).toEqual([206, range])
    expect(Buffer.from(await some.arrayBuffer()).equals(part), asked).toBe(true)
  }
  expect((await get(photoId, { range: `bytes=${bytes.length}-` })).status).toBe(416)
  const { world: elsewhere } = await agreed()
  const other = await makeHousehold(world, { name: 'Other' })
  for (const userId of [elsewhere.boss.userId, other.guardian.userId]) {
    await signInAs(userId)
    const strange = await get(photoId, { range: 'bytes=0-1' })
    expect([strange.status, (await strange.text()).length]).toEqual([404, 0])
  }
  await signInAs(household.guardian.userId)
  expect((await get(photoId)).status).toBe(200)
})

test('a plain form comes back to its page, with the reason where it was refused', async () => {
  const { world, household } = await agreed()
  const visitId = await makeVisit(world, household)
  const fields = { animalId: household.animalId, visitId, asked: 'yes', shown: 'yes' }
  const plain = { accept: 'text/html,application/xhtml+xml' }
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a73' } })
    .jpeg()
    .toBuffer()
  const kept = await post(formWith(fields, picture), plain)
  expect([kept.status, kept.headers.get('location')]).toEqual([303, `/visits/${visitId}/photos`])
  const refused = await post(formWith(fields, Buffer.from('<svg/>')), plain)
  expect([refused.status, refused.headers.get('location')]).toEqual([
    303,
    `/visits/${visitId}/photos?refused=notAPicture`,
  ])
})

test('what waited on a device is kept once, as of when it was taken, and taken from its own person alone', async () => {
  const { world, household } = await agreed()
  const id = randomUUID()
  const takenAt = Temporal.Instant.from('2026-05-14T07:00:00Z')
  const owner = { practiceId: world.practiceId, userId: world.consultant.userId }
  const fields = {
    id,
    animalId: household.animalId,
    asked: 'yes',
    takenAt: String(takenAt.epochMilliseconds),
    ...owner,
  }
  const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#a73' } })
    .jpeg()
    .toBuffer()
  const heard = async (change: Record<string, string> = {}) => {
    const answer = await post(formWith({ ...fields, ...change }, picture), { accept: 'application/json' })
    return answerFrom(answer.status, await answer.json(), answer.headers.get('retry-after'))
  }
  await signInAs(world.boss.userId)
  expect(await heard()).toEqual({ state: 'otherPerson' })
  await signInAs(world.consultant.userId)
  expect(await heard({ practiceId: randomUUID() })).toEqual({ state: 'otherPerson' })
  expect(await heard()).toMatchObject({ state: 'saved', photoId: id })
  expect(await heard()).toMatchObject({ state: 'saved', photoId: id })
  expect(keptBy(world)).toHaveLength(2)
  const [row, ...more] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.select({ takenAt: photo.takenAt, by: photo.addedBy, shown: photo.shown }).from(photo),
  )
  expect([more, row?.takenAt?.toString()]).toEqual([[], takenAt.toString()])
  expect(row).toMatchObject({ by: world.consultant.memberId, shown: false })
  const gone = { state: 'refused', reason: 'photo.refusal.placeGone' }
  expect(await heard({ visitId: randomUUID() })).toMatchObject(gone)
  expect(await heard({ id: randomUUID(), takenAt: 'yesterday' })).toMatchObject({ state: 'refused' })
  from.cookie = ''
  expect(await heard()).toEqual({ state: 'signedOut' })
})

test('what is no form, from elsewhere or from nobody is not looked at', async () => {
  const { household } = await agreed()
  const { animalId } = household
  const odd = { 'content-type': 'multipart/form-data; boundary=x' }
  for (const [body, headers] of [
    ['{}', { 'content-type': 'application/json' }],
    ['', odd],
    ['--x\r\ncontent-disposition: form-data; name="photo"; filename="a"\r\n\r\ncut off', odd],
    [formWith({}, Buffer.from('x')), {}],
    [formWith({ animalId: 'mine' }, Buffer.from('x')), {}],
  ] as [FormData | string, Record<string, string>][])
    expect((await post(body, headers)).status).toBe(400)
  const huge = { ...odd, 'content-length': String(2 ** 31) }
  expect((await post('--x', huge)).status).toBe(413)
  from.headers = new Headers({ origin: 'https://evil.example' })
  expect((await post(formWith({ animalId }, Buffer.from('x')))).status).toBe(403)
  from.headers = new Headers({ origin: origin() })
  from.cookie = ''
  expect((await post(formWith({ animalId }, Buffer.from('x')))).status).toBe(401)
  // A household adds to logs of its own and to nothing else.
  await signInAs(household.guardian.userId)
  expect((await post(formWith({ animalId }, Buffer.from('x')))).status).toBe(404)
  expect((await post(formWith({ animalId, sessionId: randomUUID() }, Buffer.from('x')))).status).toBe(404)
})
