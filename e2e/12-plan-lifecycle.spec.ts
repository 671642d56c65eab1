import type { Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import { makeHousehold, makePlan, makeProtocol, makeSafetyList, makeVisit } from '@/db/factories/world'
import { inTransaction } from '@/db/client'
import { vetFlag } from '@/db/schema'
import { shortWalk, shortWalkSlower } from '@/lib/domain/plan/testing/short-protocols'
import { exportText } from '@/lib/domain/protocol/interchange'
import { ratHarnessLeash } from '@/lib/domain/protocol/library'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { letDaysPass, planOf, practise } from './passing-days'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')
const ago = (days: number) => today().subtract({ days })

/** Takes a decision on the page for it; the reason is only needed against the recommendation. */
async function decide(page: Page, animalId: string, decision: RegExp, reason = '') {
  await page.goto(paths.decidePlan(animalId))
  await page.getByRole('radio', { name: decision }).check()
  for (const tick of await page
    .getByRole('group', { name: /Seen with your own eyes/ })
    .getByRole('checkbox')
    .all())
    await tick.check()
  await page.getByLabel('Reason', { exact: true }).last().fill(reason)
  await page.getByRole('button', { name: 'Take this decision' }).click()
}
async function start(page: Page, goal: string) {
  await page.getByLabel('The goal, in the household’s own words').fill(goal)
  await page.getByRole('radio', { name: /Own property/ }).check()
  await page.getByRole('button', { name: 'Start the plan' }).click()
}
const said = (page: Page) => page.getByRole('form').getByRole('alert').first()

async function complete(page: Page, animalId: string, outcome: RegExp, words: string) {
  await page.goto(paths.decidePlan(animalId))
  await page.getByText('Complete this plan').click()
  const form = page.getByRole('form', { name: 'Complete this plan' })
  await form.getByRole('radio', { name: outcome }).check()
  for (const tick of await form.getByRole('checkbox').all()) await tick.check()
  await form.getByLabel('In your own words').fill(words)
  await form.getByRole('button', { name: 'Complete the plan' }).click()
}

test('a practice’s own protocol takes a cat from the sofa to steady leash walks', async ({
  world,
  household,
  asConsultant,
  asGuardian,
}) => {
  test.slow()
  const { animalId } = household
  const page = await asConsultant()

  await test.step('the practice brings its protocol, writes in it, and publishes it', async () => {
    await page.goto(paths.importProtocol())
    await page.getByRole('textbox', { name: 'Or paste its text' }).fill(exportText(shortWalk))
    await page.getByRole('button', { name: 'Make a draft of it' }).click()
    await page.getByRole('link', { name: 'sofa On the sofa' }).click()
    await page.getByRole('textbox', { name: 'Minimum days', exact: true }).fill('5')
    await page.getByRole('button', { name: 'Save this stage' }).click()
    await page.getByRole('link', { name: 'Look it over and publish' }).click()
    await page.getByRole('button', { name: 'Publish version 1' }).click()
    await expect(page.getByText('no plan runs on it').first()).toBeVisible()
  })

  await test.step('the plan pins it and begins at its first stage', async () => {
    await page.goto(paths.startPlan(animalId))
    await page.getByRole('link', { name: 'Short walk' }).click()
    await start(page, 'The yard, on Sundays.')
    await expect(page.getByText('day 0 of at least 5')).toBeVisible()
    await expect(page.getByText('Short walk, version 1')).toBeVisible()
  })

  await test.step('inside the minimum days nobody goes on; after them the rules say so themselves', async () => {
    await decide(page, animalId, /Next step/, 'She looks ready.')
    await expect(said(page)).toContainText('The minimum days of this stage are not over')
    await letDaysPass(household, 7)
    await practise(world, { animalId, planId: await planOf(world, household) }, 'sofa', 6)
    await decide(page, animalId, /Next step/)
    await expect(page.getByText('On to In the hall')).toBeVisible()
  })

  await test.step('the yard waits for the safety list and for the tick', async () => {
    await letDaysPass(household, 7)
    await practise(world, { animalId, planId: await planOf(world, household) }, 'hall', 6)
    await decide(page, animalId, /Next step/, 'All well.')
    await expect(said(page)).toContainText('The safety list is not complete')
    await checkPage(page)
    await makeSafetyList(world, household, today())
    await page.goto(paths.decidePlan(animalId))
    await page.getByRole('radio', { name: /Next step/ }).check()
    await page.getByRole('button', { name: 'Take this decision' }).click()
    await expect(said(page)).toContainText('Set the ticks of this stage first')
    await decide(page, animalId, /Next step/)
    await expect(page.getByText('On to In the yard')).toBeVisible()
  })

  await test.step('steady walks end it: not without the list, and then as a good outcome for everybody', async () => {
    await letDaysPass(household, 9)
    await practise(world, { animalId, planId: await planOf(world, household) }, 'yard', 6)
    await complete(page, animalId, /Steady leash walks/, 'Every Sunday, tail up.')
    await expect(said(page)).toContainText('The safety list is not complete')
    await makeSafetyList(world, household, today())
    await complete(page, animalId, /Steady leash walks/, 'Every Sunday, tail up.')
    await expect(page.getByRole('heading', { name: 'Steady leash walks' })).toBeVisible()
    await expect(page.getByText('“Every Sunday, tail up.”').first()).toBeVisible()
    await expect(page.getByText('Steady leash walks: the plan is complete')).toBeVisible()
    await checkPage(page)
    const owner = await asGuardian(household)
    await owner.goto(paths.home())
    await expect(owner.getByRole('heading', { name: 'Moth goes for walks' })).toBeVisible()
    await expect(owner.getByText('Out on a leash, calm and by choice', { exact: false })).toBeVisible()
    await checkPage(owner)
    await owner.goto(paths.homePlan())
    await expect(owner.getByText('In the yard')).toBeVisible()
  })
})

test('a rat goes from its cage to the lawn with its own protocol, and now and then is enough', async ({
  world,
  asConsultant,
  asGuardian,
}) => {
  test.slow()
  const home = await makeHousehold(world, { name: 'Ito', animal: 'Pip', species: 'rat' })
  const page = await asConsultant()
  await page.goto(paths.startPlan(home.animalId, ratHarnessLeash.key))
  await start(page, 'The lawn, on warm days.')
  await expect(page.getByRole('heading', { level: 1, name: 'Pip', exact: true })).toBeVisible()
  await expect(page.getByText('Rat: harness and leash, version 1')).toBeVisible()
  const rat = { animalId: home.animalId, planId: await planOf(world, home) }
  for (const [index, { key }] of ratHarnessLeash.stages.slice(0, 7).entries()) {
    await letDaysPass(home, 8)
    if (index > 0) await practise(world, rat, key, 7)
    await makeSafetyList(world, home, today())
    await decide(page, home.animalId, /Next step/)
    await expect(page.getByText(`On to ${ratHarnessLeash.stages[index + 1]?.name}`)).toBeVisible()
  }
  await complete(page, home.animalId, /Occasional enrichment/, 'On warm days, beside the carrier.')
  await expect(page.getByRole('heading', { name: 'Occasional enrichment' })).toBeVisible()
  const owner = await asGuardian(home)
  await owner.goto(paths.home())
  await expect(owner.getByRole('heading', { name: 'Pip goes out when it wants to' })).toBeVisible()
})

test('a cat that says no is heard: indoors is a good outcome, asked about again in time', async ({
  world,
  household,
  asConsultant,
  asGuardian,
}) => {
  test.slow()
  const { animalId } = household
  await makePlan(world, household, { stageKey: 'C3', enteredOn: ago(30) })
  const visitId = await makeVisit(world, household, {
    status: 'arrived',
    localStart: today().toPlainDateTime('08:15'),
  })
  const page = await asConsultant()
  await page.goto(paths.note(visitId))
  await page.getByRole('textbox', { name: 'What Moth did' }).fill('Left the room when the bag opened.')
  await page.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await page.getByRole('radio', { name: /Stop and enrich life indoors/ }).check()
  await page.getByRole('textbox', { name: 'Why, if you decide otherwise' }).fill('She has answered.')
  await page.getByRole('button', { name: 'Save and go on to homework' }).click()
  await page.getByRole('checkbox', { name: /I have read this note/ }).check()
  await page.getByRole('button', { name: 'Sign the note' }).click()
  await expect(page.getByText('Moth told us no, and was heard.', { exact: false })).toBeVisible()

  await page.goto(paths.animal(animalId))
  await expect(page.getByText('That is an answer, not a defeat', { exact: false })).toBeVisible()
  await checkPage(page)
  const owner = await asGuardian(household)
  await owner.goto(paths.home())
  await expect(owner.getByRole('heading', { name: 'Moth has a good life indoors' })).toBeVisible()

  await page.goto(paths.decidePlan(animalId))
  await expect(page.getByText('The indoor programme runs until its review on')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go on with the plan' })).toHaveCount(0)
  await letDaysPass(household, 90)
  await page.reload()
  await page.getByRole('button', { name: 'Go on with the plan' }).click()
  await expect(page.getByText('Went on with Harness is furniture')).toBeVisible()

  await complete(page, animalId, /Happily indoors/, 'The window is hers.')
  await expect(page.getByRole('heading', { name: 'Happily indoors' })).toBeVisible()
  await page.goto(paths.summary(visitId))
  await expect(
    page.getByText('Moth told us where life is best, and was heard.', { exact: false }),
  ).toBeVisible()
  await owner.reload()
  await expect(owner.getByRole('heading', { name: 'Moth is happily indoors' })).toBeVisible()
  await expect(owner.getByText('“The window is hers.”')).toBeVisible()
})

test('no way round the hard refusals: each is a sentence', async ({ world, household, asConsultant }) => {
  const { animalId } = household
  await makePlan(world, household, { stageKey: 'C7', enteredOn: ago(20) })
  const page = await asConsultant()
  await decide(page, animalId, /One step back/, 'A dog moved in next door.')
  await expect(page.getByText('One step back to Open door, stay inside')).toBeVisible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('Nothing at the door or outdoors without it.')).toBeVisible()

  await decide(page, animalId, /Pause/, 'Builders in the house.')
  await expect(page.getByText('“Builders in the house.”').first()).toBeVisible()
  const { practiceId } = world
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(vetFlag).values({ practiceId, animalId, sign: 'limp_or_pain' }),
  )
  await page.goto(paths.decidePlan(animalId))
  await page.getByRole('button', { name: 'Go on with the plan' }).click()
  await expect(said(page)).toContainText('Nothing goes on before the vet has answered')
  await checkPage(page)
  await page.getByText('Complete this plan').click()
  await expect(
    page.getByText('the outcome of a plan that is trained outdoors', { exact: false }),
  ).toBeVisible()
})

test('a plan is moved to a newer version, with the differences shown', async ({
  world,
  household,
  asConsultant,
}) => {
  const { animalId } = household
  const protocolId = await makeProtocol(world, shortWalk)
  await makePlan(world, household, { stageKey: 'hall', enteredOn: ago(9), protocolId })
  await makeProtocol(world, shortWalkSlower)
  const page = await asConsultant()
  await page.goto(paths.animal(animalId))
  await expect(page.getByText('Version 2 of this protocol is out', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: 'See what reads otherwise' }).click()
  await expect(page.getByText('In the hall is not part of that version', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { name: /On the mat/ })).toBeVisible()
  await page.getByRole('button', { name: 'Move the plan' }).click()
  await expect(page.getByText('Please fill this in.')).toBeVisible()
  await checkPage(page)
  await page.getByLabel('Why').fill('The hall was too loud for her.')
  await page.getByRole('button', { name: 'Move the plan' }).click()
  await expect(page.getByText('Moved from version 1 to version 2, at On the sofa, longer')).toBeVisible()
  await expect(page.getByText('Plan started at In the hall')).toBeVisible()
  await page.getByRole('link', { name: 'the assessment behind it' }).first().click()
  await expect(page.getByText('In the hall', { exact: false }).first()).toBeVisible()
})

test('a stranger finds no plan to move', async ({ world, household, signIn }) => {
  await makePlan(world, household)
  const { makeWorld } = await import('@/db/factories/world')
  const page = await signIn((await makeWorld()).consultant.userId)
  const answer = await page.request.get(paths.changeVersion(household.animalId))
  expect(answer.status()).toBe(404)
})
