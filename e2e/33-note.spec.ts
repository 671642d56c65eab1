import { Temporal } from 'temporal-polyfill'
import { makeNote } from '@/db/factories/note'
import { makePlan, makeVisit, type Household, type World } from '@/db/factories/world'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')

/** Moth’s visit a week ago, signed, and the one of today. */
async function visitedBefore(world: World, household: Household) {
  await makePlan(world, household, { stageKey: 'C3', enteredOn: today().subtract({ days: 9 }) })
  const visit = (daysAgo: number) =>
    makeVisit(world, household, {
      status: 'arrived',
      localStart: today().subtract({ days: daysAgo }).toPlainDateTime('10:15'),
    })
  const before = await visit(7)
  const block = { seen: 'Flopped twice, then ate.', weightGrams: 4300, longestCalmSec: 40, latencyEatSec: 30 }
  await makeNote(world, before, {
    animals: [{ animalId: household.animalId, block, decision: 'stay' }],
    signedAt: Temporal.Now.instant().subtract({ hours: 24 * 7 }),
  })
  return { before, visitId: await visit(0) }
}

test('what changed, what may not be decided and what the household will read are seen before anything is signed', async ({
  world,
  household,
  asConsultant,
  asGuardian,
}) => {
  const { visitId } = await visitedBefore(world, household)
  const block = { seen: 'Ate at once.', longestCalmSec: 300, latencyEatSec: 4, twoFingers: false }
  await makeNote(world, visitId, { animals: [{ animalId: household.animalId, block }] })

  const page = await asConsultant()
  await page.goto(paths.decideNote(visitId))
  await expect(page.getByText('Calm in the harness for 5 min, 40 s last time')).toBeVisible()
  await expect(page.getByText('Ate after 4 s, 30 s last time')).toBeVisible()
  await page.getByRole('radio', { name: 'Stay' }).check()
  await checkPage(page)
  await page.getByRole('button', { name: 'Save and go on to homework' }).click()
  await expect(page).toHaveURL(paths.signNote(visitId))

  const preview = page.getByRole('figure', { name: 'What the household will see' })
  await expect(preview).toContainText('Harness on, dinner down, harness off.')
  await page.getByRole('textbox', { name: 'Sentence 1' }).fill('Harness on, one treat, harness off.')
  await page.getByRole('textbox', { name: 'What good looks like' }).fill('Eats without looking round.')
  await expect(preview).toContainText('Harness on, one treat, harness off.')
  await expect(preview).toContainText('Eats without looking round.')
  const promised = await preview.locator('.task').innerText()
  await checkPage(page)
  await page.getByRole('checkbox', { name: /I have read this note/ }).check()
  await page.getByRole('button', { name: 'Sign the note' }).click()
  await expect(page).toHaveURL(paths.summary(visitId))
  await expect(page.getByText('Calm in the harness for 5 min, 40 s last time')).toBeVisible()

  const owner = await asGuardian(household)
  await owner.goto(paths.home())
  expect(await owner.locator('.todo .task').first().innerText()).toBe(promised)
})

test('the note is written beside the last one, with what the cats share counted and words of the practice put in', async ({
  world,
  household,
  asConsultant,
}, { project }) => {
  const { visitId } = await visitedBefore(world, household)
  const page = await asConsultant()
  await page.goto(paths.settings())
  await page.getByRole('link', { name: /Snippets/ }).click()
  await page.getByRole('textbox', { name: 'Short name' }).fill('Calm')
  await page.getByRole('textbox', { name: 'Words' }).fill('Loose throughout, ate at once.')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Change: Calm')).toBeVisible()
  await checkPage(page)

  await page.goto(paths.note(visitId))
  const last = page.getByRole('complementary').filter({ hasText: 'Last time' })
  if (project.name === 'phone') await last.getByText(/^Last time/).click()
  await expect(last.getByText('Flopped twice, then ate.')).toBeVisible()
  await expect(page.getByText('Nobody has tapped arriving yet')).toBeVisible()

  const seen = page.getByRole('textbox', { name: 'What Moth did' })
  await seen.fill('At the door first.')
  await page.getByText('Snippets', { exact: true }).click()
  await page.getByRole('button', { name: 'Insert: Calm' }).click()
  await expect(seen).toHaveValue('At the door first. Loose throughout, ate at once.')

  await page.getByRole('textbox', { name: 'Litter trays' }).fill('1')
  await page.getByRole('textbox', { name: 'Water' }).fill('2')
  await expect(page.getByText('Litter trays: 1 more.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Litter trays' }).fill('2')
  await expect(page.getByText('Enough of what was counted.')).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(page).toHaveURL(paths.decideNote(visitId))
  await page.goto(paths.note(visitId))
  await expect(page.getByRole('textbox', { name: 'Litter trays' })).toHaveValue('2')
})

test('a draft is shared with a colleague: both write, both see it, its author signs', async ({
  world,
  household,
  asConsultant,
  asBoss,
}) => {
  await makePlan(world, household, { stageKey: 'C3', enteredOn: today().subtract({ days: 2 }) })
  const visitId = await makeVisit(world, household, {
    status: 'arrived',
    localStart: today().toPlainDateTime('10:15'),
  })
  await makeNote(world, visitId, { animals: [{ animalId: household.animalId, decision: 'stay' }] })
  const author = await asConsultant()
  await author.goto(paths.note(visitId))
  await author.getByText('Share this draft').click()
  await author.getByRole('combobox', { name: 'Colleague' }).selectOption('Ines Marek')
  await author.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(author.getByText('Shared with Ines Marek')).toBeVisible()
  await checkPage(author)

  const colleague = await asBoss()
  await colleague.goto(paths.note(visitId))
  await expect(colleague.getByText('Jonas Weiss shares this draft with you.')).toBeVisible()
  await colleague.getByRole('textbox', { name: 'What Moth did' }).fill('Came to the door with us.')
  await colleague.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(colleague).toHaveURL(paths.decideNote(visitId))
  await colleague.goto(paths.signNote(visitId))
  await expect(colleague.getByText('Jonas Weiss signs this note.')).toBeVisible()
  await expect(colleague.getByRole('button', { name: 'Sign the note' })).toBeHidden()

  await author.goto(paths.note(visitId))
  await expect(author.getByRole('textbox', { name: 'What Moth did' })).toHaveValue(
    'Came to the door with us.',
  )
  await author.getByText('Shared with Ines Marek').click()
  await author.getByRole('button', { name: 'Stop sharing with Ines Marek' }).click()
  await expect(author.getByText('Share this draft')).toBeVisible()
})

test('a signed note is corrected beside what was signed: the difference is read, and that it stands is checked', async ({
  world,
  household,
  asConsultant,
  asGuardian,
}) => {
  await makePlan(world, household, { stageKey: 'C3', enteredOn: today().subtract({ days: 2 }) })
  const visitId = await makeVisit(world, household, {
    status: 'arrived',
    localStart: today().toPlainDateTime('10:15'),
  })
  const block = { seen: 'Five of five, eating at once.', weightGrams: 4300 }
  await makeNote(world, visitId, { animals: [{ animalId: household.animalId, block, decision: 'stay' }] })
  const page = await asConsultant()
  await page.goto(paths.signNote(visitId))
  await page.getByRole('checkbox', { name: /I have read this note/ }).check()
  await page.getByRole('button', { name: 'Sign the note' }).click()
  await expect(page).toHaveURL(paths.summary(visitId))
  await page.getByRole('link', { name: 'Read the signed note' }).click()
  await expect(page.getByText('Checked just now: the note stands')).toBeVisible()

  await page.getByRole('link', { name: 'Correct: Weight (g) (Moth)' }).click()
  await page.getByRole('textbox', { name: 'What it should say' }).fill('heavy')
  await page.getByRole('textbox', { name: 'Why' }).fill('The scale was off.')
  await page.getByRole('button', { name: 'Add the correction' }).click()
  await expect(page.getByText('Please write a number.')).toBeVisible()
  await checkPage(page)
  await page.getByRole('textbox', { name: 'What it should say' }).fill('4200')
  await page.getByRole('button', { name: 'Add the correction' }).click()
  await expect(page).toHaveURL(paths.readNote(visitId))

  await page.getByRole('link', { name: 'Correct: What Moth did' }).click()
  await expect(page.getByRole('textbox', { name: 'What it should say' })).toHaveValue(block.seen)
  await page.getByRole('textbox', { name: 'What it should say' }).fill('Four of five, eating at once.')
  await page.getByRole('textbox', { name: 'Why' }).fill('Seen on the video.')
  await page.getByRole('button', { name: 'Add the correction' }).click()
  await expect(page.getByRole('deletion')).toContainText(['Five', '4300'])
  await expect(page.getByRole('insertion')).toContainText(['Four', '4200'])
  await expect(page.getByText('Checked just now: the note and its 2 additions')).toBeVisible()
  await checkPage(page)

  const owner = await asGuardian(household)
  await owner.goto(paths.summary(visitId))
  await expect(owner.getByText('corrected: What Moth did: Four of five, eating at once.')).toBeVisible()
  await expect(owner.getByText('4200')).toBeHidden()
})

test('what is typed before the scripts of a page have come is kept', async ({
  world,
  household,
  asConsultant,
}) => {
  const visitId = await makeVisit(world, household, {
    status: 'arrived',
    localStart: today().toPlainDateTime('10:15'),
  })
  const block = { seen: 'Five of five.' }
  await makeNote(world, visitId, { animals: [{ animalId: household.animalId, block }] })
  const page = await asConsultant()
  let come = () => {}
  const scripts = new Promise<void>((release) => (come = release))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scripts
    await route.continue()
  })
  await page.goto(paths.note(visitId), { waitUntil: 'commit' })
  const seen = page.getByRole('textbox', { name: 'What Moth did' })
  await seen.fill('Four of five.')
  come()
  await expect
    .poll(() => seen.evaluate((field) => Object.keys(field).some((key) => key.startsWith('__reactProps'))))
    .toBe(true)
  await expect(seen).toHaveValue('Four of five.')
  await page.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(page).toHaveURL(paths.decideNote(visitId))
  await page.goto(paths.note(visitId))
  await expect(seen).toHaveValue('Four of five.')
})

test('a decision that nothing can buy says so before it is tapped', async ({
  world,
  household,
  asConsultant,
}) => {
  await makePlan(world, household, { stageKey: 'C5', enteredOn: today().subtract({ days: 2 }) })
  const visitId = await makeVisit(world, household, {
    status: 'arrived',
    localStart: today().toPlainDateTime('10:15'),
  })
  await makeNote(world, visitId, { animals: [{ animalId: household.animalId }] })
  const page = await asConsultant()
  await page.goto(paths.decideNote(visitId))
  await expect(page.getByRole('radio', { name: /Advance.*Not today: The minimum days/ })).toBeVisible()
  await expect(page.getByText('First visit of Moth')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('homework is previewed as it was sent', async ({ world, household, asConsultant }) => {
    await makePlan(world, household, { stageKey: 'C3', enteredOn: today().subtract({ days: 2 }) })
    const visitId = await makeVisit(world, household, {
      status: 'arrived',
      localStart: today().toPlainDateTime('10:15'),
    })
    await makeNote(world, visitId, { animals: [{ animalId: household.animalId, decision: 'stay' }] })
    const page = await asConsultant({ javaScriptEnabled: false })
    await page.goto(paths.signNote(visitId))
    await page.getByRole('textbox', { name: 'Sentence 1' }).fill('One buckle, one treat.')
    await page.getByRole('button', { name: 'Sign the note' }).click()
    await expect(page.getByRole('figure', { name: 'What the household will see' })).toContainText(
      'One buckle, one treat.',
    )
    await expect(page.getByText('Please read it once and tick the box.')).toBeVisible()
  })
})
