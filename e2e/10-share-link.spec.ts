import { Temporal } from 'temporal-polyfill'
import { makePlan } from '@/db/factories/world'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

// Leaving a page before its icon was read, a browser may ask for the address that browsers guess.
test.use({ tolerated: [/favicon\.ico/] })

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')

test('an owner shows a way to somebody without an account, and ends it', async ({
  page: visitor,
  world,
  household,
  asGuardian,
}) => {
  await makePlan(world, household, { enteredOn: today().subtract({ days: 3 }) })
  const owner = await asGuardian(household)
  await owner.goto(paths.homeShare(household.animalId))
  await checkPage(owner)
  await owner.getByRole('radio', { name: /^Friend, without photos/ }).check()
  await owner.getByRole('textbox', { name: 'Who is it for?' }).fill('Grandma')
  await owner.getByRole('button', { name: 'Make the link' }).click()
  const field = owner.getByRole('textbox', { name: 'Address' })
  await expect(field).toHaveValue(/\/s\/sl_[\w-]{43}$/)
  await expect(owner.getByRole('img', { name: 'The address as a code for a phone’s camera' })).toBeVisible()
  const address = await field.inputValue()
  await checkPage(owner)

  const answer = await visitor.goto(address)
  expect(answer?.status()).toBe(200)
  const headers = answer?.headers() ?? {}
  expect(headers['x-robots-tag']).toContain('noindex')
  expect(headers['cache-control']).toContain('no-store')
  expect(headers['referrer-policy']).toBe('same-origin')
  await expect(visitor).toHaveTitle('Progress – Doorstep')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Moth is three steps from the door')
  await expect(visitor.getByText('Now: Buckle and wear')).toBeVisible()
  const seen = await visitor.content()
  for (const secret of ['Berger', 'Kiln Row', 'Graz', household.clientId, household.animalId])
    expect(seen).not.toContain(secret)
  await checkPage(visitor)

  await owner.reload()
  await expect(field).toBeHidden()
  await expect(owner.getByText('opened once')).toBeVisible()
  await owner.getByRole('button', { name: /^End now\s*the link Grandma$/ }).click()
  await expect(owner.getByText(/^ended on/)).toBeVisible()
  const gone = await visitor.goto(address)
  expect(gone?.status()).toBe(404)
  const goneBody = await visitor.getByRole('main').innerText()
  for (const other of [`sl_${'x'.repeat(43)}`, 'sl_short', '…', 'sl_%00']) {
    const answer = await visitor.goto(`/s/${encodeURIComponent(other)}`)
    expect(answer?.status()).toBe(404)
    expect(await visitor.getByRole('main').innerText()).toBe(goneBody)
  }
})

test('a consultant makes one too; an assistant may not; without JavaScript it works', async ({
  world,
  household,
  signIn,
  asAssistant,
}) => {
  await makePlan(world, household, { enteredOn: today().subtract({ days: 3 }) })
  const page = await signIn(world.consultant.userId, { javaScriptEnabled: false })
  await page.goto(paths.animalShare(household.animalId))
  await page.getByRole('radio', { name: /^Friend, without photos/ }).check()
  await page.getByRole('textbox', { name: 'Who is it for?' }).fill('The neighbour')
  await page.getByRole('spinbutton', { name: 'How many days it holds' }).fill('91')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText('This number cannot be right.')).toBeVisible()
  await page.getByRole('spinbutton', { name: 'How many days it holds' }).fill('7')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(/\/s\/sl_/)

  const theirs = await asAssistant()
  await theirs.goto(paths.animalShare(household.animalId))
  await expect(theirs.getByText('Links are made by those who train')).toBeVisible()
  await expect(theirs.getByRole('button', { name: /End now/ })).toHaveCount(0)
})
