import fs from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { exportText } from '@/lib/domain/protocol/interchange'
import { catHarnessLeash } from '@/lib/domain/protocol/library'
import { checkPage, expect, test } from './fixtures'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const file = (text: string, name = 'protocol.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})
const broken = exportText(catHarnessLeash)
  .replace('"targetSec": 600', '"targetSec": -600')
  .replace('"gate": true', '"gate": false')

async function copyTheLibrary(page: Page) {
  await page.goto('/settings')
  await page.getByRole('link', { name: /^Protocols/ }).click()
  await page.getByRole('link', { name: 'Cat: harness and leash' }).click()
  await press(page, 'Copy as your own')
  await expect(heading(page, 'Cat: harness and leash, our way')).toBeVisible()
}

test('a protocol is copied, written, published, and a plan begins with it', async ({
  asConsultant,
  household,
}) => {
  test.slow()
  const page = await asConsultant()

  await test.step('the library is read, then copied', async () => {
    await page.goto('/protocols')
    await expect(page.getByText('No protocol of your own yet')).toBeVisible()
    await checkPage(page)
    await page.getByRole('link', { name: 'Cat: harness and leash' }).click()
    await expect(page.getByText('“Let the season and the cat decide.”')).toBeVisible()
    await checkPage(page)
    await press(page, 'Copy as your own')
    await expect(heading(page, 'Cat: harness and leash, our way')).toBeVisible()
    await checkPage(page)
  })

  await test.step('what cannot be is said at its field, and what was typed stays', async () => {
    await page.getByRole('link', { name: 'C3 Buckle and wear' }).click()
    await checkPage(page)
    await box(page, 'Name').fill('Wear it slowly')
    await box(page, 'Minimum days').fill('-2')
    await box(page, 'Seconds').fill('75')
    await box(page, 'Homework').fill('One. Two. Three. And a fourth.')
    await press(page, 'Save this stage')
    await expect(page.getByText('This must not be negative.')).toBeVisible()
    await expect(page.getByText('At most three sentences, please.')).toBeVisible()
    await expect(page.getByText('This number cannot be right.')).toBeVisible()
    await expect(box(page, 'Name')).toHaveValue('Wear it slowly')
    await checkPage(page)
    await box(page, 'Minimum days').fill('8')
    await box(page, 'Minutes').fill('12')
    await box(page, 'Seconds').fill('30')
    await box(page, 'Homework').fill('Harness on, dinner down. Let your cat walk away.')
    await press(page, 'Save this stage')
    await expect(page.getByText('8 days, 12 min 30 s, indoors')).toBeVisible()
  })

  await test.step('nobody switches the safety list off at the door', async () => {
    await page.getByRole('link', { name: 'C6 Open door, stay inside' }).click()
    await page.getByRole('radio', { name: 'Not needed' }).check()
    await press(page, 'Save this stage')
    await expect(page.getByText('This cannot be switched off.', { exact: false })).toBeVisible()
    await page.getByRole('link', { name: 'Back to the draft' }).click()
  })

  await test.step('stages are moved, added and taken out', async () => {
    await press(page, 'Down Touch and drape')
    const stages = page.getByRole('link', { name: /^C\d/ })
    await expect(stages.nth(2)).toHaveText('C3 Wear it slowly')
    await press(page, 'Up Touch and drape')
    await expect(stages.nth(2)).toHaveText('C2 Touch and drape')
    await press(page, 'Take out Keep it up')
    await expect(stages).toHaveCount(9)
    await page.getByText('Add a stage').click()
    await page.getByRole('form', { name: 'Add a stage' }).getByLabel('Short key').fill('C3')
    await page.getByRole('form', { name: 'Add a stage' }).getByLabel('Name').fill('Play in it')
    await page.getByLabel('After', { exact: true }).selectOption({ label: 'C3 · Wear it slowly' })
    await press(page, 'Add this stage')
    await expect(page.getByText('This key is used twice.', { exact: false })).toBeVisible()
    await page.getByRole('form', { name: 'Add a stage' }).getByLabel('Short key').fill('C3b')
    await press(page, 'Add this stage')
    await expect(heading(page, 'C3b Play in it')).toBeVisible()
    await page.getByRole('link', { name: 'Back to the draft' }).click()
  })

  await test.step('what is missing is listed, and leads to where it is written', async () => {
    await page.getByRole('link', { name: 'Look it over and publish' }).click()
    await expect(page.getByRole('heading', { name: '4 things to mend first' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Publish/ })).toHaveCount(0)
    await checkPage(page)
    await page.getByRole('link', { name: 'C3b Play in it, Dose' }).click()
    await box(page, 'Dose').fill('once a day, 5 min')
    await box(page, 'Exercises').fill('a feather on a string\n\nhide and seek')
    await box(page, 'Next step when').fill('plays in 4 of the last 5 sessions')
    await box(page, 'Homework').fill('Play first, harness second.')
    await box(page, 'Minutes').fill('5')
    await press(page, 'Save this stage')
  })

  await test.step('the differences are shown, and it is published for good', async () => {
    await page.getByRole('link', { name: 'Look it over and publish' }).click()
    await expect(page.getByText('The draft is whole.')).toBeVisible()
    await expect(page.getByText('12 min 30 s')).toBeVisible()
    await expect(page.getByText('was called Buckle and wear')).toBeVisible()
    await checkPage(page)
    await press(page, 'Publish version 1')
    await expect(heading(page, 'Cat: harness and leash, our way')).toBeVisible()
    await expect(page.getByText('no plan runs on it').first()).toBeVisible()
  })

  await test.step('a plan begins with it', async () => {
    await page.goto(`/animals/${household.animalId}/plan/new`)
    await checkPage(page)
    await page.getByRole('link', { name: 'Cat: harness and leash, our way' }).click()
    await page.getByLabel('The goal, in the household’s own words').fill('Sit in the courtyard.')
    await page.getByRole('radio', { name: /Own property/ }).check()
    await page.getByLabel('First stage').selectOption({ label: 'C3b · Play in it' })
    await page.getByLabel('Why later than the intake?').fill('They know it all.')
    await press(page, 'Start the plan')
    await expect(page.getByText('“Sit in the courtyard.”')).toBeVisible()
    await page.goto('/protocols')
    await expect(page.getByText('1 plan runs on it', { exact: false })).toBeVisible()
  })
})

test('a version goes out as a file and comes back as it was', async ({ asConsultant, asAssistant }) => {
  const page = await asConsultant()
  await copyTheLibrary(page)
  await box(page, 'Short key').first().fill('quiet-door')
  await box(page, 'Name').first().fill('Quiet door 🐈 «пиано»')
  await press(page, 'Save')
  await expect(heading(page, 'Quiet door 🐈 «пиано»')).toBeVisible()
  await page.getByRole('link', { name: 'Look it over and publish' }).click()
  await press(page, 'Publish version 1')
  await expect(page.getByText('version 1, 10 stages for cats')).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as a file' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('quiet-door-v1.json')
  const text = await fs.readFile(await download.path(), 'utf8')
  expect(JSON.parse(text)).toEqual({
    ...catHarnessLeash,
    key: 'quiet-door',
    name: 'Quiet door 🐈 «пиано»',
  })

  await page.goto('/protocols/import')
  await page.getByLabel('From a file').setInputFiles(file(text))
  await expect(box(page, 'Or paste its text')).toHaveValue(text)
  await press(page, 'Make a draft of it')
  await expect(page.getByText('This will be version 2.', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: 'Look it over and publish' }).click()
  await expect(page.getByText('Nothing reads differently.')).toBeVisible()
  await press(page, 'Publish version 2')
  await expect(page.getByText('so there is nothing to publish', { exact: false })).toBeVisible()

  const helper = await asAssistant()
  await helper.goto('/protocols')
  await expect(helper.getByRole('link', { name: 'Quiet door 🐈 «пиано»' })).toBeVisible()
  await expect(helper.getByRole('link', { name: /draft|Import/i })).toHaveCount(0)
  expect((await helper.request.get(new URL(page.url()).pathname)).status()).toBe(404)
})

test('a file that is no protocol is refused by its paths, and nothing is lost', async ({ asConsultant }) => {
  const page = await asConsultant()
  await page.goto('/protocols/import')
  await checkPage(page)
  await page.getByLabel('From a file').setInputFiles(file(broken))
  await press(page, 'Make a draft of it')
  const problems = page.getByRole('region', { name: 'What to mend, by its path' })
  await expect(problems.getByRole('listitem')).toHaveCount(2)
  await expect(problems).toContainText('stages[3].targetSec: must not be negative')
  await expect(problems).toContainText('stages[6].gate: must be true')
  await expect(box(page, 'Or paste its text')).toHaveValue(broken)
  await checkPage(page)

  const huge = `"${'x'.repeat(5_000_000)}"`
  expect((await page.request.post('/protocols/import', { data: huge })).status()).toBe(413)
  await page.getByLabel('From a file').setInputFiles(file(huge))
  await expect(page.getByText('This is larger than any protocol', { exact: false })).toBeVisible()
  await expect(box(page, 'Or paste its text')).toHaveValue(broken)
  await box(page, 'Or paste its text').fill('{"stages": [')
  await press(page, 'Make a draft of it')
  await expect(problems).toContainText('the whole text: is not JSON')
  await page.goto('/protocols')
  await expect(page.getByText('No protocol of your own yet')).toBeVisible()
})

test('it is written without JavaScript as well', async ({ asConsultant }) => {
  const page = await asConsultant({ javaScriptEnabled: false })
  await page.goto('/protocols/import')
  await page.getByLabel('From a file').setInputFiles(file(broken))
  await press(page, 'Make a draft of it')
  await expect(page.getByText('stages[3].targetSec: must not be negative')).toBeVisible()
  await expect(box(page, 'Or paste its text')).toHaveValue(/"targetSec": -600/)
  await copyTheLibrary(page)
  await press(page, 'Up Touch and drape')
  await expect(page.getByRole('link', { name: /^C\d/ }).nth(1)).toHaveText('C2 Touch and drape')
  await page.getByRole('link', { name: 'C2 Touch and drape' }).click()
  await box(page, 'Minimum days').fill('many')
  await box(page, 'Name').fill('A touch')
  await press(page, 'Save this stage')
  await expect(page.getByText('Please write a number.')).toBeVisible()
  await expect(box(page, 'Name')).toHaveValue('A touch')
  await box(page, 'Minimum days').fill('4')
  await press(page, 'Save this stage')
  await expect(page.getByRole('link', { name: 'C2 A touch' })).toBeVisible()
})

test('two who write the same stage are told, and two who publish too', async ({ asConsultant, asBoss }) => {
  const page = await asConsultant()
  const bosses = await asBoss()
  await copyTheLibrary(page)
  const draft = page.url()
  await page.getByRole('link', { name: 'C1 Harness is furniture' }).click()
  await bosses.goto(`${draft}/stages/C1`)
  await box(bosses, 'Name').fill('Furniture')
  await press(bosses, 'Save this stage')
  await expect(bosses.getByRole('link', { name: 'C1 Furniture' })).toBeVisible()
  await box(page, 'Name').fill('Just a thing')
  await press(page, 'Save this stage')
  await expect(page.getByText('Somebody saved this while you were writing.', { exact: false })).toBeVisible()
  await expect(page.getByText('Saved meanwhile').first()).toContainText('Furniture')
  await press(page, 'Save this stage')
  await expect(page.getByRole('link', { name: 'C1 Just a thing' })).toBeVisible()

  await page.goto(`${draft}/publish`)
  await bosses.goto(`${draft}/publish`)
  await press(bosses, 'Publish version 1')
  await expect(bosses.getByText('no plan runs on it').first()).toBeVisible()
  await press(page, 'Publish version 1')
  await expect(page.getByText('Somebody published this draft a moment ago.', { exact: false })).toBeVisible()
})

test('a stranger’s protocol, its file and its draft are not there', async ({
  world,
  asConsultant,
  signIn,
}) => {
  const { makeWorld } = await import('@/db/factories/world')
  const mine = await asConsultant()
  await copyTheLibrary(mine)
  const draft = new URL(mine.url()).pathname
  const elsewhere = await makeWorld()
  const page = await signIn(elsewhere.consultant.userId)
  const cat = `/protocols/${world.protocols.cat}`
  for (const path of [cat, `${cat}/export`, draft, `${draft}/publish`, `${draft}/stages/C1`]) {
    expect((await page.request.get(path)).status(), path).toBe(404)
  }
})
