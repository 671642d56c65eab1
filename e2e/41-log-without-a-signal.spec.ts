import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Page } from '@playwright/test'
import { inTransaction } from '@/db/client'
import { makeHousehold } from '@/db/factories/world'
import { plan } from '@/db/schema'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { logsOf, openLog, underWay } from './logs'

const written = (page: Page) => page.getByRole('heading', { level: 1, name: 'Moth’s log is written down' })
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click()

// What a cut connection and a refused log look like to a browser.
test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|status of 4\d\d.*api\/sync/] })

test('the signal goes while a log is written: it is kept, outlives its page, and is one log afterwards', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  const context = page.context()
  await openLog(page)
  await context.setOffline(true)
  await save(page)
  await expect(page.getByText('Please fill this in.')).toBeVisible()
  await page.getByRole('radio', { name: '1–2 min' }).check()
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await page.getByText('Something went wrong, or Moth is not well').click()
  await page.getByRole('checkbox', { name: 'Limp or pain' }).check()
  await page.getByRole('textbox', { name: 'Anything else' }).fill('Slept in the harness.')
  await save(page)
  await expect(written(page)).toBeFocused()
  await expect(page.getByText('Please call your vet before the next session', { exact: true })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Kept on this phone.' })).toBeVisible()
  await checkPage(page)
  await page.close({ runBeforeUnload: false })
  expect(await logsOf(world, household)).toEqual([])

  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(paths.home())
  await expect.poll(async () => (await logsOf(world, household)).length).toBe(1)
  expect(await logsOf(world, household)).toMatchObject([{ durationSec: 60, note: 'Slept in the harness.' }])
  await again.goto(paths.homePast())
  await expect(
    again.getByRole('listitem').filter({ hasText: 'Slept' }).or(again.locator('.past-log li')),
  ).toHaveCount(1)
})

test('an answer that never came is no second log, and the page says when it was sent', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await openLog(page)
  // The server does what it was asked; nobody hears of it.
  await page.route('**/home/log', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch({ maxRedirects: 0 })
    return route.abort()
  })
  await page.getByRole('radio', { name: '2–5 min' }).check()
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await save(page)
  await expect(written(page)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Sent\./ })).toBeVisible()
  expect(await logsOf(world, household)).toHaveLength(1)
  await page.unrouteAll()
  await page.getByRole('link', { name: 'Read what it showed of Moth' }).click()
  await expect(page).toHaveURL(/\/home\/log\/done\?session=/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 min and calm.')
})

test('taken along, the log opens without a signal; another person on the phone neither sends nor sees it', async ({
  world,
  household,
  asGuardian,
  signIn,
  baseURL,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  const context = page.context()
  const mine = await context.cookies()
  await page.goto(paths.homeLog())
  await page.getByRole('link', { name: 'Keep the log on this phone' }).click()
  await expect(page.getByText('The log is on this phone.')).toBeVisible()
  await checkPage(page)
  await context.setOffline(true)
  await page.goto(paths.homeLog(household.animalId))
  await expect(page).toHaveURL(/\/offline#\/home\/log/)
  await expect(page.getByRole('heading', { level: 1, name: 'How did it go with Moth?' })).toBeVisible()
  await page.getByRole('radio', { name: 'Yesterday' }).check()
  await page.getByLabel('At what time, about?').fill('18:30')
  await page.getByRole('radio', { name: 'Watchful', exact: true }).check()
  await page.getByRole('textbox', { name: 'Anything else' }).fill('Said to nobody else.')
  await save(page)
  await expect(written(page)).toBeVisible()
  await checkPage(page)

  const other = await makeHousehold(world, { name: 'Other' })
  const theirs = await (await signIn(other.guardian.userId)).context().cookies(baseURL)
  await page.close({ runBeforeUnload: false })
  await context.clearCookies()
  await context.addCookies(theirs)
  await context.setOffline(false)
  const borrowed = await context.newPage()
  await borrowed.goto(paths.home())
  await borrowed.waitForLoadState('networkidle')
  await borrowed.goto(paths.onThisPhone())
  await borrowed.waitForLoadState('networkidle')
  await expect(borrowed.getByText('Moth')).toBeHidden()
  expect(await logsOf(world, household)).toEqual([])

  await context.clearCookies()
  await context.addCookies(mine)
  await borrowed.goto(paths.home())
  await expect.poll(async () => (await logsOf(world, household)).length).toBe(1)
})

test('what is refused is shown with what was typed, and signing out asks before it is gone', async ({
  world,
  household,
  asGuardian,
}) => {
  const planId = await underWay(world, household)
  const page = await asGuardian(household)
  await openLog(page)
  await page.context().setOffline(true)
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await page.getByRole('textbox', { name: 'Anything else' }).fill('She purred.')
  await save(page)
  await expect(written(page)).toBeVisible()
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.update(plan).set({ endedAt: Temporal.Now.instant() }).where(eq(plan.id, planId)),
  )
  await page.context().setOffline(false)
  await expect(page.getByText('It could not be sent.')).toBeVisible()
  await page.getByRole('link', { name: 'What is on this phone' }).click()
  await expect(page.getByText('Note: She purred.')).toBeVisible()
  await expect(page.getByText('Body, the worst you saw: Loose')).toBeVisible()
  await checkPage(page)

  await page.goto(paths.home())
  await page.getByRole('button', { name: /your account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('dialog')).toContainText('Not everything is saved yet')
  await page.getByRole('button', { name: 'Delete it and sign out' }).click()
  await expect(page).toHaveURL(paths.landing())
  await page.goto(paths.onThisPhone())
  await expect(page.getByText('She purred.')).toBeHidden()
})
