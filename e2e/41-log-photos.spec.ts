import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Page } from '@playwright/test'
import { inTransaction } from '@/db/client'
import type { Household, World } from '@/db/factories/world'
import { photo, session } from '@/db/schema'
import { recordConsent } from '@/lib/data/consent'
import { consentSchema } from '@/lib/domain/client/schema'
import { mp4Of } from '@/lib/storage/film/testing/mp4'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { openLog, today, underWay } from './logs'
import { jpeg } from './pictures'

async function agree(world: World, { clientId }: Household) {
  const said = {
    clientId,
    kind: 'recording',
    given: 'yes',
    givenBy: 'Lena Berger',
    givenOn: today().toString(),
  }
  await recordConsent(world.consultant, consentSchema.parse(said), Temporal.Now.instant())
}
const logOf = async ({ practiceId }: World, { animalId }: Household) => {
  const rows = await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.select({ id: session.id }).from(session).where(eq(session.animalId, animalId)),
  )
  return rows[0]?.id
}
const photosOf = ({ practiceId }: World) =>
  inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.select({ sessionId: photo.sessionId, by: photo.byContact }).from(photo),
  )
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click()

// What a cut connection looks like to a browser.
test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED/] })

test('a photo and a video of a log, with consent: from its answer, without JavaScript, and seen by the consultant', async ({
  world,
  household,
  asGuardian,
  asConsultant,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await page.goto(paths.homeLog())
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await save(page)
  await expect(page.getByText('Photos and videos wait for your yes.')).toBeVisible()
  await agree(world, household)
  await page.reload()
  const film = { name: 'walk.mp4', mimeType: 'video/mp4', buffer: mp4Of({ seconds: 5 }) }
  await page.getByLabel('Add photos or a video of Moth').setInputFiles([await jpeg('IMG_1.jpg'), film])
  await expect(page.getByRole('img', { name: 'Photo of Moth' })).toBeVisible()
  await expect(page.getByLabel('Video of Moth, 5 s')).toBeVisible()
  await checkPage(page)
  const logId = (await logOf(world, household)) ?? ''

  const plain = await asGuardian(household, { javaScriptEnabled: false })
  await plain.goto(paths.homePastOne(logId))
  await plain.getByLabel('Add photos or a video of Moth').setInputFiles([await jpeg('IMG_2.jpg')])
  await plain.getByRole('button', { name: 'Send' }).click()
  await expect(plain).toHaveURL(paths.homePastOne(logId))
  await expect(plain.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(2)

  const theirs = await asConsultant()
  await theirs.goto(paths.session(household.animalId, logId))
  await expect(theirs.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(2)
  await expect(theirs.getByText(household.guardian.name).first()).toBeVisible()

  await page.goto(paths.homePastOne(logId))
  await page.getByRole('button', { name: 'Take it away for good' }).first().click()
  await expect(page.getByRole('img', { name: 'Photo of Moth' })).toHaveCount(1)
})

test('a photo taken without a signal waits for its log and arrives after it', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  await agree(world, household)
  const page = await asGuardian(household)
  await openLog(page)
  await page.context().setOffline(true)
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Moth’s log is written down' })).toBeVisible()
  await page.getByLabel('Add photos or a video of Moth').setInputFiles([await jpeg('IMG_1.jpg')])
  await expect(page.getByRole('listitem').filter({ hasText: 'IMG_1.jpg' })).toContainText('On this phone.')
  await checkPage(page)
  await page.context().setOffline(false)
  await expect(page.getByRole('listitem').filter({ hasText: 'IMG_1.jpg' })).toContainText('Kept.')
  const { contactId } = household.guardian
  expect(await photosOf(world)).toEqual([{ sessionId: await logOf(world, household), by: contactId }])
})
