import { randomInt, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { user } from '@/db/schema'
import { checkPage, expect, test as base } from './fixtures'
import type { Mail } from './mails'

// Limits count networks: each of these journeys comes from one of its own.
const test = base.extend({
  extraHTTPHeaders: async ({}, use) =>
    use({ 'x-forwarded-for': `203.0.${randomInt(256)}.${randomInt(256)}` }),
})

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const linkIn = (mail: Mail | undefined) => new URL(/http\S+callback\S+/.exec(mail?.text ?? '')?.[0] ?? '')
const codeIn = (mail: Mail | undefined) => /instead: (\d{6})/.exec(mail?.text ?? '')?.[1] ?? ''

async function askFor(page: Page, address: string) {
  await page.getByRole('textbox', { name: 'Your e-mail address' }).fill(address)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(title(page, 'Look in your mail')).toBeVisible()
}

async function expectSignedIn(page: Page) {
  await page.goto('/account')
  await expect(title(page, 'Your account')).toBeVisible()
}

const addressOf = (userId: string) =>
  inTransaction({ purpose: 'auth' }, async (tx) => {
    const [row] = await tx.select({ email: user.email }).from(user).where(eq(user.id, userId))
    return row?.email ?? ''
  })

test('the front door leads to the sign-in, and the link of the mail leads in', async ({
  page,
  household,
  mails,
}) => {
  await page.goto('/')
  await checkPage(page)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await checkPage(page)
  await askFor(page, ` ${household.email.toUpperCase()} `)
  await checkPage(page)
  const [mail] = await mails(household.email, 1)
  await page.goto(linkIn(mail).href)
  await expect(page.getByText(`${household.email[0]}•••@example.test`)).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/home')
  await expectSignedIn(page)
  await page.goto(linkIn(mail).href)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(title(page, 'This link is over')).toBeVisible()
})

test('looking into a link uses nothing up; a foreign press is refused; one press counts', async ({
  page,
  playwright,
  household,
  mails,
}) => {
  await page.goto('/sign-in')
  await askFor(page, household.email)
  const [mail] = await mails(household.email, 1)
  const link = linkIn(mail).href
  const here = new URL(link).origin
  const scanner = await playwright.request.newContext({ maxRedirects: 0 })
  for (let look = 0; look < 3; look++) {
    const answer = await scanner.get(link)
    expect(answer.status()).toBe(303)
    expect(answer.headers()['set-cookie']).toBeUndefined()
    expect((await scanner.get(answer.headers()['location'] ?? '')).status()).toBe(200)
  }
  expect((await scanner.head(link)).status()).toBe(303)
  for (const origin of ['https://evil.example', 'null', `${here}.evil.example`, 'http://127.0.0.1', '%%%'])
    expect((await scanner.post(link, { headers: { origin } })).status(), origin).toBe(403)
  expect((await scanner.post(link)).status()).toBe(403)

  const presses = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      scanner.post(link, { headers: { origin: here, 'x-forwarded-for': `198.51.100.${index}` } }),
    ),
  )
  const sessions = presses.filter((answer) =>
    answer.headers()['set-cookie']?.includes('doorstep.session=ds_'),
  )
  expect(sessions).toHaveLength(1)
  const late = await scanner.post(link, { headers: { origin: here } })
  expect(late.headers()['location']).toBe(`${here}/sign-in/expired`)
  await scanner.dispose()
})

test('the code of the mail works on another device', async ({ page, browser, household, mails }) => {
  await page.goto('/sign-in')
  await askFor(page, household.email)
  const code = codeIn((await mails(household.email, 1))[0])
  const other = await (await browser.newContext()).newPage()
  await other.goto('/sign-in')
  await other.getByRole('link', { name: 'I have a code from the mail' }).click()
  await checkPage(other)
  await other.getByRole('textbox', { name: 'Your e-mail address' }).fill(household.email)
  const field = other.getByRole('textbox', { name: 'Six-digit code' })
  await field.fill('12')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByText('The code has six digits.')).toBeVisible()
  await field.fill(code === '000000' ? '000001' : '000000')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByText('This code does not open anything.').first()).toBeVisible()
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.waitForURL('**/home')
  await expectSignedIn(other)
  await other.context().close()
})

test('a known and an unknown address read the same, and only one gets a mail', async ({
  browser,
  household,
  mails,
}) => {
  const unknown = `guardian-${randomUUID()}@example.test`
  const read: string[] = []
  for (const address of [household.email, unknown]) {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await askFor(page, address)
    read.push((await page.getByRole('main').innerHTML()).replaceAll(address, 'ADDRESS'))
    await context.close()
  }
  expect(read[0]).toBe(read[1])
  await mails(household.email, 1)
  expect(await mails(unknown, 0)).toEqual([])
})

test('everything works without JavaScript, and the way back is kept', async ({ browser, world, mails }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/settings?from=mail')
  await expect(title(page, 'Sign in')).toBeVisible()
  await page.getByRole('textbox', { name: 'Your e-mail address' }).fill('lena@evil.example, b@example.test')
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByText('This does not look like an e-mail address.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your e-mail address' })).toHaveValue(
    'lena@evil.example, b@example.test',
  )
  const email = await addressOf(world.boss.userId)
  await askFor(page, email)
  await page.goto(linkIn((await mails(email, 1))[0]).href)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(title(page, 'Settings')).toBeVisible()
  expect(new URL(page.url()).search).toBe('?from=mail')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.goto('/settings')
  await expect(title(page, 'Sign in')).toBeVisible()
  await context.close()
})

test('a second mail within the minute is refused kindly', async ({ page, household }) => {
  await page.goto('/sign-in')
  await askFor(page, household.email)
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Your e-mail address' }).fill(household.email)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(
    page.getByText('A mail was asked for just now.').or(title(page, 'Look in your mail')),
  ).toBeVisible()
})

test('signing out ends one device, signing out everywhere ends all', async ({ signIn, household }) => {
  const { userId } = household.guardian
  const [phone, tablet, laptop] = [await signIn(userId), await signIn(userId), await signIn(userId)]
  await expectSignedIn(phone)
  await expectSignedIn(tablet)
  await expect(tablet.getByRole('button', { name: 'Sign out there' })).toHaveCount(2)
  await checkPage(tablet)
  await phone.getByRole('button', { name: /your account$/ }).click()
  await phone.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(title(phone, 'The cat decides. You keep the notes.')).toBeVisible()
  await expectSignedIn(laptop)
  await laptop.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(title(laptop, 'The cat decides. You keep the notes.')).toBeVisible()
  for (const page of [phone, tablet, laptop]) {
    await page.goto('/account')
    await expect(title(page, 'Sign in')).toBeVisible()
  }
})

test('a printed card signs in an owner without a mailbox, once', async ({
  asAssistant,
  browser,
  household,
}) => {
  const desk = await asAssistant()
  await desk.goto(`/clients/${household.clientId}/people/${household.contactId}/code`)
  await checkPage(desk)
  await desk.getByRole('button', { name: 'Make the card' }).click()
  const card = desk.getByRole('region', { name: 'Sign-in card' })
  await expect(card.getByRole('img')).toBeVisible()
  await checkPage(desk)
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await card.innerText())?.[0] ?? ''
  const context = await browser.newContext()
  const phone = await context.newPage()
  await phone.goto(`/sign-in/card?code=${code.replaceAll('-', '')}`)
  await expect(phone.getByRole('textbox', { name: 'Code on the card' })).toHaveValue(code)
  await checkPage(phone)
  await phone.getByRole('button', { name: 'Sign in' }).click()
  await phone.waitForURL('**/home')
  await expectSignedIn(phone)
  await phone.goto('/sign-in/card')
  await phone.getByRole('textbox', { name: 'Code on the card' }).fill(code.toLowerCase())
  await phone.getByRole('button', { name: 'Sign in' }).click()
  await expect(phone.getByText('This code does not open anything.').first()).toBeVisible()
  await context.close()
})

test('a member is invited, comes in, and is out at once when removed', async ({
  asBoss,
  browser,
  mails,
  world,
}) => {
  const desk = await asBoss()
  const email = `zoe-${randomUUID()}@example.test`
  await desk.goto('/settings')
  await checkPage(desk)
  await desk.getByRole('link', { name: /Members/ }).click()
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('Zoë O’Hara 🐈')
  await desk.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await desk.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(desk.getByText('The invitation is on its way.')).toBeVisible()
  await checkPage(desk)
  const [invitation] = await mails(email, 1)
  expect(invitation?.subject).toBe(`${world.boss.name} invites you to ${world.boss.practiceName}`)

  const context = await browser.newContext()
  const zoe = await context.newPage()
  await zoe.goto('/sign-in?next=/settings/members')
  await askFor(zoe, email)
  await zoe.goto(linkIn((await mails(email, 2))[1]).href)
  await zoe.getByRole('button', { name: 'Sign in' }).click()
  await expect(title(zoe, 'Members')).toBeVisible()

  await desk.goto('/settings/members')
  await desk.getByText('Change Zoë O’Hara 🐈').click()
  await checkPage(desk)
  await desk.getByRole('button', { name: 'Remove Zoë O’Hara 🐈' }).click()
  await expect(desk.getByText(email)).toHaveCount(0)
  await zoe.goto('/settings/members')
  await expect(title(zoe, 'Sign in')).toBeVisible()
  await context.close()
})
