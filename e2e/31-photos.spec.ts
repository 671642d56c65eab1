import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import type { Page } from '@playwright/test'
import { inTransaction } from '@/db/client'
import { makePlan, makeVisit, type Household, type World } from '@/db/factories/world'
import { note, noteAnimal, session } from '@/db/schema'
import { recordConsent } from '@/lib/data/consent'
import { consentSchema } from '@/lib/domain/client/schema'
import { emptyBlock, emptyBody } from '@/lib/domain/note/schema'
import { mp4Of } from '@/lib/storage/film/testing/mp4'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')
const visited = (world: World, household: Household) =>
  makeVisit(world, household, { status: 'arrived', localStart: today().toPlainDateTime('10:15') })

async function answers(world: World, { clientId }: Household, kind: string, given: 'yes' | 'no') {
  const said = { clientId, kind, given, givenBy: 'Lena Berger', givenOn: today().toString() }
  await recordConsent(world.consultant, consentSchema.parse(said), Temporal.Now.instant())
}

/** Signed as it stands, so that its household reads it. */
const sign = ({ practiceId, consultant, zone }: World, { animalId }: Household, visitId: string) =>
  inTransaction({ practiceId, role: 'system' }, async (tx) => {
    const authorId = consultant.memberId
    const [made] = await tx
      .insert(note)
      .values({ practiceId, visitId, authorId, body: { ...emptyBody, letter: 'Well done.' } })
      .returning({ id: note.id })
    await tx.insert(noteAnimal).values({ practiceId, noteId: made?.id ?? '', animalId, block: emptyBlock })
    const signature = { signedAt: Temporal.Now.instant(), signedBy: authorId, signedZone: zone }
    await tx.update(note).set({ status: 'signed', ...signature, contentHash: '0'.repeat(64) })
  })

/** What a phone sends: larger than what is kept, with the place it was taken at. */
const fromPhone = (background = '#a8743a') =>
  sharp({ create: { width: 2600, height: 1300, channels: 3, background } })
    .withExif({ IFD0: { Make: 'TellTale' }, IFD3: { GPSLatitude: '55/1 57/1 0/1' } })
    .jpeg()
    .toBuffer()
const jpeg = async (name = 'IMG_2031.jpg') => ({ name, mimeType: 'image/jpeg', buffer: await fromPhone() })

/** A second of real video, as this browser records it: without a length, in clusters without an end. */
async function recorded(page: Page) {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 })
    const pen = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    const stopped = new Promise((done) => (recorder.onstop = done))
    recorder.start(200)
    for (let at = 0; at < 24; at++) {
      if (pen) pen.fillStyle = `hsl(${at * 12} 60% 50%)`
      pen?.fillRect(0, 0, 320, 240)
      await new Promise((next) => setTimeout(next, 50))
    }
    recorder.stop()
    await stopped
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  })
  return { name: 'walk.webm', mimeType: 'video/webm', buffer: Buffer.from(bytes) }
}

// The browser itself writes a line about each photo that is refused.
test.use({ tolerated: [/status of 4\d\d.*api\/photos/] })

test('photos and a video of a visit: asked once, sent with progress, shown with the signed note', async ({
  world,
  household,
  asConsultant,
  asGuardian,
}) => {
  test.slow()
  const visitId = await visited(world, household)
  const page = await asConsultant()
  await page.goto(paths.visit(visitId))
  await page.getByRole('link', { name: 'Photos and videos' }).click()
  const add = page.getByLabel('Add photos or a video of Moth')

  await test.step('the household is asked before the first photo', async () => {
    await expect(page.getByRole('heading', { name: 'Ask the household first' })).toBeVisible()
    await expect(add).toHaveCount(0)
    await checkPage(page)
    await page.getByRole('button', { name: 'Write it down' }).click()
    await expect(
      page.getByText('Please choose one.').or(page.getByText('Please fill this in.')).first(),
    ).toBeVisible()
    await page.getByRole('radio', { name: 'Yes' }).check()
    await expect(page.getByLabel('Who said it')).toHaveValue('Lena Berger')
    await page.getByRole('button', { name: 'Write it down' }).click()
    await expect(page.getByRole('heading', { name: 'Ask the household first' })).toHaveCount(0)
    await expect(add).toBeAttached()
  })

  await test.step('two photos at once; what is no photo is refused with a sentence', async () => {
    await add.setInputFiles([
      await jpeg(),
      { name: 'drawing.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload="alert(1)"/>') },
      await jpeg('IMG_2032.jpg'),
    ])
    await expect(page.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(2)
    await expect(
      page.getByText('This is not a photo or video that we can keep.', { exact: false }),
    ).toBeVisible()
    await expect(page.getByText('Shown once the note is signed')).toHaveCount(2)
    await checkPage(page)
  })

  await test.step('a video plays from where it is kept, and says nothing of who made it', async () => {
    await add.setInputFiles(await recorded(page))
    const video = page.getByLabel(/^Video of Moth/)
    await expect(video).toBeVisible()
    await video.evaluate((player: HTMLVideoElement) => player.play())
    await expect
      .poll(() => video.evaluate((player: HTMLVideoElement) => player.currentTime))
      .toBeGreaterThan(0.2)
    const address = (await video.getAttribute('src')) ?? ''
    const part = await page.request.get(address, { headers: { range: 'bytes=0-3' } })
    expect([part.status(), (await part.body()).toString('hex')]).toEqual([206, '1a45dfa3'])
    expect((await (await page.request.get(address)).body()).includes('Chrome')).toBe(false)
    await add.setInputFiles({ name: 'long.mp4', mimeType: 'video/mp4', buffer: mp4Of({ seconds: 40 }) })
    await expect(page.getByText('longer than 30 seconds', { exact: false })).toBeVisible()
  })

  await test.step('one is kept with the practice, one is taken away', async () => {
    const [first, second] = [0, 1].map((at) => page.locator('.photo-wall > li').nth(at))
    await first?.getByText('Change').click()
    await first?.getByRole('button', { name: 'Keep it with the practice' }).click()
    await expect(first?.getByText('Only the practice sees it') ?? page.locator('never')).toBeVisible()
    await second?.getByText('Change').click()
    await checkPage(page)
    await second?.getByRole('button', { name: 'Take it away for good' }).click()
    await expect(page.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(1)
  })

  await test.step('they stand beside the note, and the household sees what it shows', async () => {
    await add.setInputFiles(await jpeg('IMG_2033.jpg'))
    await expect(page.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(2)
    await page.goto(paths.note(visitId))
    await expect(page.getByRole('heading', { name: 'Photos of this visit' })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(2)
    const address = (await page.getByRole('img', { name: 'Photo of Moth' }).last().getAttribute('src')) ?? ''
    const home = await asGuardian(household)
    expect((await home.request.get(address)).status()).toBe(404)
    await sign(world, household, visitId)
    await home.goto(paths.summary(visitId))
    await expect(home.getByRole('heading', { name: 'From this visit' })).toBeVisible()
    await expect(home.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(1)
    await expect(home.getByLabel(/^Video of Moth/)).toBeVisible()
    const mine = await home.request.get(address)
    expect(mine.headers()['content-type']).toBe('image/webp')
    const whole = await home.request.get(address.replace(/\?.*/, ''))
    const bytes = await whole.body()
    for (const mark of ['TellTale', 'Exif', 'GPS']) expect(bytes.includes(mark)).toBe(false)
  })
})

test('a no is respected, and can be changed', async ({ world, household, asConsultant }) => {
  await answers(world, household, 'recording', 'no')
  const visitId = await visited(world, household)
  const page = await asConsultant()
  await page.goto(paths.visitPhotos(visitId))
  await expect(
    page.getByText('This household does not want photos or videos.', { exact: false }),
  ).toBeVisible()
  await expect(page.locator('input[type=file]')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Write down a change of mind' })).toBeVisible()
  await checkPage(page)
  await answers(world, household, 'photos', 'yes')
  await page.reload()
  await expect(page.getByText('does not want to be filmed', { exact: false })).toBeVisible()
  await page.getByLabel('Add photos of Moth').setInputFiles(await jpeg())
  await expect(page.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(1)
})

test('a photo of a session stands with the session', async ({ world, household, asConsultant }) => {
  const planId = await makePlan(world, household, { stageKey: 'C3' })
  await answers(world, household, 'recording', 'yes')
  const { practiceId, zone, consultant } = world
  const at = Temporal.Now.instant()
  const [made] = await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .insert(session)
      .values({
        ...{ practiceId, animalId: household.animalId, planId, zone, stageKey: 'C3', stress: 0 },
        ...{ source: 'consultant', recordedBy: consultant.memberId, recordedByName: consultant.name },
        ...{ day: today(), startedAt: at, createdAt: at },
      })
      .returning({ id: session.id }),
  )
  const page = await asConsultant()
  await page.goto(paths.session(household.animalId, made?.id ?? ''))
  await expect(page.getByText('No photos of this session yet.')).toBeVisible()
  await page.getByLabel('Add photos or a video of Moth').setInputFiles(await jpeg())
  const shown = page.getByRole('img', { name: 'Photo of Moth' })
  await expect(shown).toHaveJSProperty('naturalWidth', 480)
  await expect(page.getByText('Shown to the household', { exact: true })).toBeVisible()
})

test('without scripts a photo is sent as a plain form, and a refusal is said on the page', async ({
  world,
  household,
  asConsultant,
}) => {
  await answers(world, household, 'recording', 'yes')
  const visitId = await visited(world, household)
  const page = await asConsultant({ javaScriptEnabled: false })
  await page.goto(paths.visitPhotos(visitId))
  const choose = page.getByLabel('Add photos or a video of Moth')
  await choose.setInputFiles(await jpeg())
  await page.getByRole('checkbox', { name: 'The household sees them' }).uncheck()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(1)
  await expect(page.getByText('Only the practice sees it')).toBeVisible()
  await choose.setInputFiles({
    name: 'a.heic',
    mimeType: 'image/heic',
    buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
  })
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('“Most Compatible”', { exact: false })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(1)
})
