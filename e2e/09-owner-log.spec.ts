import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makePlan, type Household, type World } from '@/db/factories/world'
import { animal, homework } from '@/db/schema'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')

/** A cat with the leash on indoors, and something to do. */
async function underWay(world: World, household: Household) {
  const planId = await makePlan(world, household, {
    stageKey: 'C5',
    enteredOn: today().subtract({ days: 4 }),
  })
  const items = [
    {
      exercise: 'Hold the leash',
      sentences: ['You are the one being walked.', 'Keep a loose curve in the leash.'],
      dose: '3 minutes, once a day',
      good: 'She turns where she likes.',
      stop: '',
    },
  ]
  const { practiceId } = world
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(homework).values({ practiceId, planId, animalId: household.animalId, stageKey: 'C5', items }),
  )
}

test('an owner sees what to do, logs it with a few taps, and the consultant sees what it means', async ({
  world,
  household,
  asGuardian,
  asConsultant,
}, { annotations }) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await page.goto(paths.home())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Moth is one step from the door')
  await expect(page.getByText('You are the one being walked.')).toBeVisible()
  await expect(page.getByText('It is early. 3 more sessions and we can say how it goes.')).toBeVisible()
  await checkPage(page)

  const began = performance.now()
  await page.getByRole('link', { name: 'Log how it went' }).click()
  await expect(page.getByRole('radio', { name: 'Just now' })).toBeChecked()
  await expect(page.getByRole('group', { name: 'Loose again after' })).toBeHidden()
  await expect(page.getByLabel('At what time, about?')).toBeHidden()
  await page.getByRole('radio', { name: '5–10 min' }).check()
  await page.getByRole('radio', { name: '4 of 5' }).check()
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Tail up' }).check()
  await page.getByRole('radio', { name: 'Took it at once' }).check()
  await page.getByRole('radio', { name: 'Came by itself' }).check()
  await page.getByRole('radio', { name: 'Slack all the time' }).check()
  await page.getByRole('radio', { name: 'A win' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL(/\/home\/log\/done\?session=/)
  const seconds = (performance.now() - began) / 1000
  annotations.push({ type: 'seconds for the log', description: seconds.toFixed(1) })
  expect(seconds).toBeLessThan(60)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Moth came by itself and took the treat at once. Nobody had to ask twice.',
  )
  await expect(page.getByText('Two more sessions and we can say how it goes.')).toBeVisible()
  await checkPage(page)

  await page.getByRole('link', { name: 'Back to the start' }).click()
  await expect(page.getByText('Logged today.')).toBeVisible()
  await expect(page.getByText('Came by itself: Hold the leash')).toBeVisible()

  const theirs = await asConsultant()
  await theirs.goto(paths.animal(household.animalId))
  await expect(theirs.getByText('Not enough yet: 2 more sessions.').first()).toBeVisible()
})

test('a fright says first what to do, and the plan rests', async ({ world, household, asGuardian }) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await page.goto(paths.homeLog())
  await page.getByRole('radio', { name: 'Yesterday' }).check()
  await page.getByLabel('At what time, about?').fill('18:30')
  await page.getByRole('radio', { name: 'Fearful', exact: true }).check()
  await page
    .getByRole('group', { name: 'Loose again after' })
    .getByRole('radio', { name: 'Under 10 min' })
    .check()
  await page.getByText('Something went wrong, or Moth is not well').click()
  await expect(page.getByText('do not chase')).toBeHidden()
  await page.getByRole('checkbox', { name: 'Got out of the harness' }).check()
  await expect(page.getByText('If Moth is not back: do not chase')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Limp or pain' }).check()
  await expect(page.getByText('Please call your vet before the next session', { exact: true })).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('That was a fright')
  await expect(page.getByText('Please call your vet before the next session', { exact: true })).toBeVisible()
  await page.goto(paths.home())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First the vet, then the way on')
  await expect(page.getByText('Nothing to practise until the vet has had a look.')).toBeVisible()
})

test('without JavaScript the log is sent all the same, and what was tapped comes back', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household, { javaScriptEnabled: false })
  await page.goto(paths.homeLog(household.animalId))
  await page.getByRole('radio', { name: '1–2 min' }).check()
  await page.getByRole('textbox', { name: 'Anything else' }).fill('She looked at the neighbour’s cat.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Nothing was saved yet.')).toBeVisible()
  await expect(page.getByText('Please fill this in.')).toBeVisible()
  await expect(page.getByRole('radio', { name: '1–2 min' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Anything else' })).toHaveValue(
    'She looked at the neighbour’s cat.',
  )
  await page.getByRole('radio', { name: 'Watchful', exact: true }).check()
  await page.getByRole('radio', { name: 'Hesitated, then joined' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL(/\/home\/log\/done/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 min and calm')
})

test('signed out while typing: the words are kept for after signing in', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await page.goto(paths.homeLog())
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await page.getByRole('textbox', { name: 'Anything else' }).fill('Slept in it.')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('You have been signed out.')).toBeVisible()
  await page.context().addCookies(cookies)
  await page.goto(paths.homeLog())
  await expect(page.getByRole('textbox', { name: 'Anything else' })).toHaveValue('Slept in it.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Log another session' }).click()
  await expect(page.getByRole('textbox', { name: 'Anything else' })).toHaveValue('')
})

test('plan, visits and two animals; another household’s are not there', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await page.goto(paths.homePlan())
  await expect(page.getByRole('heading', { level: 2, name: 'Hold the leash, cat leads' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The safety list' })).toBeVisible()
  await checkPage(page)
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.insert(animal).values({
      practiceId: world.practiceId,
      clientId: household.clientId,
      name: 'ناصر 🐈',
      species: 'cat',
    }),
  )
  await page.goto(paths.home())
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Moth and')
  await expect(page.getByRole('heading', { name: 'Moth’s wins' })).toBeHidden()
  await page.getByRole('heading', { level: 2, name: 'Moth is one step from the door' }).click()
  await expect(page.getByRole('heading', { name: 'Moth’s wins' })).toBeVisible()
  await page.getByRole('heading', { level: 2, name: /way has not begun yet/ }).click()
  await expect(page.getByText('Nothing to do yet.').first()).toBeVisible()
  await checkPage(page)
  await page.goto(paths.homeVisits())
  await expect(page.getByText('The first visit is still ahead.')).toBeVisible()
  await checkPage(page)
  const strange = await page.goto(paths.homeLog(world.practiceId))
  expect(strange?.status()).toBe(404)
})

test('after a day without practice an owner taps what got in the way, and the consultant sees it by stage', async ({
  world,
  household,
  asGuardian,
  asConsultant,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await page.goto(paths.home())
  const inTheWay = page.getByRole('region', { name: 'No practice yesterday' })
  await checkPage(page)
  await inTheWay.getByRole('button', { name: 'Somebody was ill' }).click()
  await expect(inTheWay.getByText('knows: somebody was ill.')).toBeVisible()
  await expect(inTheWay.getByRole('link', { name: 'Write down what I saw' })).toBeVisible()
  await inTheWay.getByRole('button', { name: 'Take it back' }).click()
  await inTheWay.getByRole('button', { name: 'Moth hid' }).click()
  await expect(inTheWay.getByText('knows: Moth hid.')).toBeVisible()
  await checkPage(page)

  const theirs = await asConsultant()
  await theirs.goto(paths.animalOverTime(household.animalId))
  const got = theirs.getByRole('region', { name: 'What got in the way' })
  await expect(got.getByText('One day without practice')).toBeVisible()
  await expect(got.getByRole('row', { name: 'Moth hid 1' })).toBeVisible()
  await checkPage(theirs)
})

test('a log that was wrong is written anew within the day, and one that never happened is taken out', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await page.goto(paths.homeLog())
  await page.getByRole('radio', { name: '5–10 min' }).check()
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Tail up' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Something is wrong with it' }).click()
  await expect(page.getByText('Written down by')).toBeVisible()
  await checkPage(page)
  await page.getByRole('link', { name: 'Write it anew' }).click()
  await expect(page.getByRole('radio', { name: '5–10 min' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Tail up' })).toBeChecked()
  await checkPage(page)
  await page.getByRole('radio', { name: 'Tense', exact: true }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL(/\/home\/log\/done\?session=/)

  await page.getByRole('link', { name: 'Something is wrong with it' }).click()
  await page.getByRole('link', { name: 'All that was written down' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'tail up' })).toHaveCount(2)
  await expect(page.getByText('Written anew by the household.')).toHaveCount(1)
  await checkPage(page)
  await page.getByRole('link', { name: /^(?!.*taken out).*Tense/ }).click()
  await page.getByText('Take this session out of the count').click()
  await page.getByLabel('Why').fill('That was the other cat.')
  await page.getByRole('button', { name: 'Take it out' }).click()
  await expect(page.getByText('That was the other cat.')).toBeVisible()
  await expect(page.getByText('taken out', { exact: true })).toHaveCount(2)
})
