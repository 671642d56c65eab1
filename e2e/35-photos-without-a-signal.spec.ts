import fs from 'node:fs'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import type { Page } from '@playwright/test'
import { inTransaction } from '@/db/client'
import { makeVisit, type Household, type World } from '@/db/factories/world'
import { photo } from '@/db/schema'
import { recordConsent } from '@/lib/data/consent'
import { consentSchema } from '@/lib/domain/client/schema'
import { mp4Of } from '@/lib/storage/film/testing/mp4'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { jpeg } from './pictures'
import { sessionCookieFor } from './session'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')
const visited = (world: World, household: Household) =>
  makeVisit(world, household, { status: 'arrived', localStart: today().toPlainDateTime('10:15') })

async function answers(world: World, { clientId }: Household, given: 'yes' | 'no') {
  const said = { clientId, kind: 'recording', given, givenBy: 'Lena Berger', givenOn: today().toString() }
  await recordConsent(world.consultant, consentSchema.parse(said), Temporal.Now.instant())
}
const photosOf = ({ practiceId }: World) =>
  inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .select({ visitId: photo.visitId, by: photo.addedBy, format: photo.format, takenAt: photo.takenAt })
      .from(photo)
      .orderBy(photo.addedAt),
  )
/** Large enough to be kept in three pieces. */
function film() {
  const blank = Buffer.concat([Buffer.alloc(4), Buffer.from('free'), Buffer.alloc(9 * 1024 * 1024)])
  blank.writeUInt32BE(blank.length)
  return { name: 'walk.mp4', mimeType: 'video/mp4', buffer: Buffer.concat([mp4Of({ seconds: 5 }), blank]) }
}
const waiting = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

/** What lies in the vault under the name of a photo, and whether any of it can be read. */
const vault = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('doorstep')
    await new Promise((done) => (open.onsuccess = done))
    const kept = open.result.transaction('kept').objectStore('kept')
    const [names, values] = [kept.getAllKeys(), kept.getAll()]
    await new Promise((done) => (values.onsuccess = done))
    open.result.close()
    const photos = (names.result as [string, string][]).filter(([, name]) => name.startsWith('photo '))
    const words = (values.result as { bytes: ArrayBuffer }[]).map(({ bytes }) =>
      new TextDecoder('latin1').decode(bytes),
    )
    return { photos: photos.length, plain: words.some((text) => /JFIF|IMG_|photoId/.test(text)) }
  })

// What a cut connection looks like to a browser, and a photo that is refused.
test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED|status of 4\d\d.*api\/(photos|sync)/] })

test('a photo without a signal: encrypted on the phone, still there after the tab is killed, sent once', async ({
  world,
  household,
  asConsultant,
}) => {
  await answers(world, household, 'yes')
  const visitId = await visited(world, household)
  const page = await asConsultant()
  const context = page.context()
  await page.goto(paths.today())
  await page.getByRole('link', { name: 'Take today with me' }).click()
  await expect(page.getByText('Today is on this phone.')).toBeVisible()

  await context.setOffline(true)
  await page.goto(paths.visitPhotos(visitId))
  await expect(page).toHaveURL(/\/offline#/)
  await expect(page.getByRole('heading', { level: 1, name: 'Photos and videos' })).toBeVisible()
  await page.getByLabel('Add photos or a video of Moth').setInputFiles([await jpeg('IMG_1.jpg'), film()])
  await expect(waiting(page, 'IMG_1.jpg')).toContainText('On this phone.')
  await expect(waiting(page, 'IMG_1.jpg').locator('img')).toHaveJSProperty('naturalWidth', 320)
  await expect(waiting(page, 'walk.mp4')).toContainText('On this phone.')
  expect(await vault(page)).toEqual({ photos: 5, plain: false })
  await checkPage(page)
  await page.close()

  const again = await context.newPage()
  await again.goto(paths.visitPhotos(visitId))
  await expect(waiting(again, 'IMG_1.jpg')).toContainText('It is sent as soon as there is a signal.')
  await expect(waiting(again, 'IMG_1.jpg').locator('img')).toHaveJSProperty('naturalWidth', 320)
  expect(await photosOf(world)).toEqual([])
  const back = Temporal.Now.instant()
  await context.setOffline(false)
  await expect(waiting(again, 'IMG_1.jpg')).toContainText('Kept.')
  await expect(waiting(again, 'walk.mp4')).toContainText('Kept.')
  await expect.poll(async () => (await vault(again)).photos).toBe(0)
  const its = { visitId, by: world.consultant.memberId }
  const kept = await photosOf(world)
  expect(kept).toMatchObject([
    { ...its, format: 'webp' },
    { ...its, format: 'mp4' },
  ])
  for (const { takenAt } of kept) expect(Temporal.Instant.compare(takenAt ?? back, back)).toBeLessThan(0)

  await again.goto(paths.visitPhotos(visitId))
  await expect(again.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(1)
  await expect(again.getByLabel(/^Video of Moth/)).toBeVisible()
  await expect(waiting(again, 'IMG_1.jpg')).toHaveCount(0)
  expect(await photosOf(world)).toHaveLength(2)
})

test('a note page that lost its signal takes photos; one that is refused for good can be saved as a file or let go', async ({
  world,
  household,
  asConsultant,
}) => {
  await answers(world, household, 'yes')
  const visitId = await visited(world, household)
  const page = await asConsultant()
  const context = page.context()
  await page.goto(paths.note(visitId))
  await expect(page.getByText('What you write is kept as you go.')).toBeVisible()
  const add = page.getByLabel('Add photos or a video of Moth')
  await expect(add).toHaveAttribute('multiple')
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await add.setInputFiles([await jpeg('IMG_2.jpg'), await jpeg('IMG_3.jpg')])
  await expect(waiting(page, 'IMG_2.jpg')).toContainText('On this phone.')
  await expect(waiting(page, 'IMG_3.jpg')).toContainText('On this phone.')
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  await add.setInputFiles([{ name: 'IMG_4.heic', mimeType: 'image/heic', buffer: heic }])
  await expect(page.getByText('“Most Compatible”', { exact: false })).toBeVisible()

  await answers(world, household, 'no')
  await context.setOffline(false)
  await expect(waiting(page, 'IMG_2.jpg')).toContainText('This household has not agreed to photos.')
  await expect(waiting(page, 'IMG_3.jpg')).toContainText('This household has not agreed to photos.')
  await checkPage(page)
  await page.goto(paths.onThisPhone())
  const downloading = page.waitForEvent('download')
  await waiting(page, 'IMG_2.jpg').getByRole('button', { name: 'Save as a file' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('IMG_2.jpg')
  expect((await sharp(fs.readFileSync(await download.path())).metadata()).width).toBe(2048)
  await waiting(page, 'IMG_2.jpg').getByRole('button', { name: 'Delete it' }).click()
  await expect(waiting(page, 'IMG_2.jpg')).toHaveCount(0)
  await checkPage(page)

  await answers(world, household, 'yes')
  await waiting(page, 'IMG_3.jpg').getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Everything that was written here is saved.')).toBeVisible()
  await expect.poll(async () => (await vault(page)).photos).toBe(0)
  expect(await photosOf(world)).toHaveLength(1)
})

test('a photo waits for the person who took it, and for nobody else', async ({
  world,
  household,
  asConsultant,
  baseURL,
}) => {
  await answers(world, household, 'yes')
  const visitId = await visited(world, household)
  const page = await asConsultant()
  const context = page.context()
  const mine = await context.cookies()
  await page.goto(paths.visitPhotos(visitId))
  await context.clearCookies()
  await page.getByLabel('Add photos or a video of Moth').setInputFiles([await jpeg('IMG_5.jpg')])
  await expect(waiting(page, 'IMG_5.jpg')).toContainText('sent when the same person is signed in again')

  await context.addCookies([await sessionCookieFor(world.boss.userId, baseURL ?? '')])
  await page.goto(paths.visitPhotos(visitId))
  await expect(page.getByText('No photos of Moth yet.')).toBeVisible()
  await expect(waiting(page, 'IMG_5.jpg')).toHaveCount(0)
  expect(await photosOf(world)).toEqual([])

  await context.addCookies(mine)
  await page.goto(paths.visitPhotos(visitId))
  await expect(page.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(1)
  expect(await photosOf(world)).toMatchObject([{ visitId, by: world.consultant.memberId }])
})

test('without the household’s yes no photo is taken, without a signal either', async ({
  world,
  household,
  asConsultant,
}) => {
  const visitId = await visited(world, household)
  const page = await asConsultant()
  const take = async () => {
    await page.goto(paths.calendar())
    await page.goto(`${paths.onThisPhone()}#take`)
    await expect(page.getByText('Today is on this phone.')).toBeVisible()
    await page.context().setOffline(true)
    await page.goto(paths.visitPhotos(visitId))
  }
  await take()
  await expect(page.getByText('Nobody has asked this household about photos')).toBeVisible()
  await expect(page.locator('input[type=file]')).toHaveCount(0)
  await checkPage(page)
  await page.context().setOffline(false)
  await answers(world, household, 'no')
  await take()
  await expect(page.getByText('This household does not want photos or videos.')).toBeVisible()
  await expect(page.locator('input[type=file]')).toHaveCount(0)
})
