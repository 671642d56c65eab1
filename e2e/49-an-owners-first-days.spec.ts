import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import { makePlan, makeVisit } from '@/db/factories/world'
import { readPdf } from '@/lib/paper/testing/read-pdf'
import { paths } from '@/lib/paths'
import { checkPage, expect, test as base } from './fixtures'
import { openLog } from './logs'
import { letDaysPass } from './passing-days'

// Sign-in counts networks: this journey comes from one of its own.
const test = base.extend({
  extraHTTPHeaders: async ({}, use) =>
    use({ 'x-forwarded-for': `203.1.${randomInt(256)}.${randomInt(256)}` }),
})
test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/] })
test.setTimeout(120_000)

const linkIn = (text = '') => /http\S+callback\S+/.exec(text)?.[0] ?? ''
const answer = (page: Page) => page.getByRole('heading', { level: 1 })
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click()

test('from the first mail to a month on paper: three sessions in three days, one without a signal, one late, one with a red flag', async ({
  world,
  household,
  page,
  mails,
  browser,
  asConsultant,
}) => {
  const today = Temporal.Now.plainDateISO(world.zone)
  await makePlan(world, household, { stageKey: 'C5', enteredOn: today.subtract({ days: 4 }) })
  await makeVisit(world, household, { localStart: today.toPlainDateTime('10:00') })

  await test.step('the first mail leads in', async () => {
    await page.goto(paths.signIn())
    await page.getByRole('textbox', { name: 'Your e-mail address' }).fill(household.email)
    await page.getByRole('button', { name: 'Send me the link' }).click()
    const [mail] = await mails(household.email, 1)
    await page.goto(linkIn(mail?.text))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/home')
    await expect(answer(page)).toContainText('Moth')
    await checkPage(page)
  })

  await test.step('the first day: a session without a signal', async () => {
    await openLog(page)
    await page.context().setOffline(true)
    await page.getByRole('radio', { name: '2–5 min' }).check()
    await page.getByRole('radio', { name: 'Loose', exact: true }).check()
    await save(page)
    await expect(page.getByRole('status').filter({ hasText: 'Kept on this phone.' })).toBeVisible()
    await page.context().setOffline(false)
    await expect(page.getByRole('status').filter({ hasText: /^Sent\./ })).toBeVisible()
    await page.getByRole('link', { name: 'Read what it showed of Moth' }).click()
    await expect(answer(page)).toContainText('2 min and calm.')
  })
  await letDaysPass(household, 2)

  await test.step('the third day: the second one’s session, late', async () => {
    await openLog(page)
    await page.getByRole('radio', { name: 'Yesterday' }).check()
    await page.getByLabel('At what time, about?').fill('18:30')
    await page.getByRole('radio', { name: '5–10 min' }).check()
    await page.getByRole('radio', { name: 'Loose', exact: true }).check()
    await page.getByRole('radio', { name: 'Came by itself' }).check()
    await page.getByRole('radio', { name: 'Took it at once' }).check()
    await save(page)
    await expect(answer(page)).toHaveText(
      'Moth came by itself and took the treat at once. Nobody had to ask twice.',
    )
  })

  await test.step('and its own: something is wrong', async () => {
    await openLog(page)
    await page.getByRole('radio', { name: 'Watchful', exact: true }).check()
    await page.getByText('Something went wrong, or Moth is not well').click()
    await page.getByRole('checkbox', { name: 'Limp or pain' }).check()
    await expect(
      page.getByText('Please call your vet before the next session', { exact: true }),
    ).toBeVisible()
    await save(page)
    await expect(page).toHaveURL(/\/home\/log\/done/)
    await page.goto(paths.home())
    await expect(answer(page)).toHaveText('First the vet, then the way on')
    await page.goto(paths.homePast())
    await expect(page.locator('.past-log li')).toHaveCount(3)
    await checkPage(page)
  })

  await test.step('a sitter gets a link', async () => {
    await page.goto(paths.homeShare(household.animalId))
    await page.getByRole('radio', { name: /^Sitter/ }).check()
    await page.getByRole('textbox', { name: 'Whom should they call?' }).fill('Lena')
    await page.getByRole('textbox', { name: 'On which number?' }).fill('+43 316 555 010')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const address = await page.getByRole('textbox', { name: 'Address' }).inputValue()
    const sitter = await (await browser.newContext()).newPage()
    await sitter.goto(address)
    await expect(sitter.getByRole('heading', { level: 1, name: 'Moth, this week' })).toBeVisible()
    await sitter.context().close()
  })

  await test.step('the month is one page', async () => {
    await page.goto(paths.homeProgress(household.animalId))
    await page
      .getByRole('link', { name: /^Print / })
      .first()
      .click()
    await expect(page.getByRole('link', { name: 'PDF' })).toBeVisible()
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.text).toContain('Moth')
  })

  await test.step('the consultant sees all of it', async () => {
    const theirs = await asConsultant()
    await theirs.goto(paths.today())
    await expect(theirs.getByText(/Vet: .*No sessions until a vet has looked\./).first()).toBeVisible()
    await expect(theirs.getByRole('region', { name: 'Needs you' })).toContainText('Moth')
    await checkPage(theirs)
    await theirs.goto(paths.animal(household.animalId))
    await expect(theirs.locator('.sess li')).toHaveCount(3)
    await expect(theirs.locator('.sess li').getByText('written down later')).toHaveCount(1)
    await checkPage(theirs)
  })
})
