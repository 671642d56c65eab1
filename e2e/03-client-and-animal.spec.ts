import type { Page } from '@playwright/test'
import { checkPage, expect, test } from './fixtures'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

async function addHousehold(page: Page, person: string) {
  await page.goto('/clients')
  await page.getByRole('link', { name: 'Add a client' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(person)
  await page.getByRole('textbox', { name: 'Street and number' }).fill('Kiln Row 9')
  await page.getByRole('textbox', { name: 'Town' }).fill('Graz')
  await page
    .getByRole('textbox', { name: 'Access notes' })
    .fill('Ring twice. Moth hides under the stairs.\nBlue gate.')
  await page
    .getByRole('combobox', { name: 'How they heard of you' })
    .selectOption('A friend or another client')
  await page.getByRole('button', { name: 'Save and go on to the animals' }).click()
  await expect(heading(page, person)).toBeVisible()
}

test('a household is added, and its page teaches the next step', async ({ asAssistant }) => {
  const page = await asAssistant()
  await addHousehold(page, 'Siobhán O’Hara 🐈')
  await expect(page.getByText('Ring twice.')).toBeVisible()
  await checkPage(page)
  await page.getByRole('link', { name: 'Add the first animal' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Moth')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Moth' })).toBeVisible()
})

test('an animal is added as far as it is known, and found again', async ({ asAssistant, household }) => {
  const page = await asAssistant()
  await page.goto(`/clients/${household.clientId}/animals/new`)
  await checkPage(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Pip')
  await page.getByRole('radio', { name: 'black and white' }).check()
  await page.getByRole('textbox', { name: 'Born' }).fill('spring')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('like 2021, 2021-05 or 2021-05-14').last()).toBeVisible()
  await page.getByRole('textbox', { name: 'Born' }).fill('2021-05')
  await page.getByRole('textbox', { name: 'Weight, kg' }).fill('4,2')
  await page.getByRole('checkbox', { name: 'cautious' }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const pip = page.getByRole('link', { name: 'Pip' })
  await expect(pip).toBeVisible()

  await page.goto(`${await pip.getAttribute('href')}/edit`)
  await expect(page.getByRole('textbox', { name: 'Born' })).toHaveValue('2021-05')
  await expect(page.getByText('4.2 kg')).toBeVisible()
  await page.goto('/animals')
  await expect(page.getByRole('link', { name: 'Pip' })).toBeVisible()
  await page.goto('/clients?q=pip')
  await expect(page.getByRole('link', { name: 'Berger' })).toBeVisible()
})

test('an animal is measured, put away and brought back', async ({ asAssistant, household }) => {
  const page = await asAssistant()
  await page.goto(`/animals/${household.animalId}/edit`)
  await page.getByText('Write down measures').click()
  await page.getByRole('textbox', { name: 'Weight, kg' }).fill('4.35')
  await page.getByRole('button', { name: 'Write them down' }).click()
  await expect(page.getByText('4.35 kg')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Weight, kg' })).toHaveValue('')

  await page.getByRole('button', { name: 'Archive Moth' }).click()
  await expect(page.getByRole('button', { name: 'Bring Moth back' })).toBeVisible()
  await page.getByRole('button', { name: 'Bring Moth back' }).click()
  await expect(page.getByRole('button', { name: 'Archive Moth' })).toBeVisible()
})

test('two tabs edit one household: the later one is told and loses nothing', async ({
  asConsultant,
  household,
}) => {
  const early = await asConsultant()
  const late = await early.context().newPage()
  for (const page of [early, late]) await page.goto(`/clients/${household.clientId}/edit`)
  const street = (page: Page) => page.getByRole('textbox', { name: 'Street and number' })
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

  await street(early).fill('Lindengasse 4')
  await save(early)
  await expect(heading(early, 'Berger')).toBeVisible()

  await street(late).fill('Lindengasse 5')
  await save(late)
  await expect(late.getByText('Somebody saved this while you were writing')).toBeVisible()
  await expect(late.getByText('Lindengasse 4')).toBeVisible()
  await expect(street(late)).toHaveValue('Lindengasse 5')
  await checkPage(late)
  await save(late)
  await expect(heading(late, 'Berger')).toBeVisible()
  await expect(late.getByText('Lindengasse 5')).toBeVisible()
})

test('people come and go, and the main person is always one', async ({ asConsultant, household }) => {
  const page = await asConsultant()
  await page.goto(`/clients/${household.clientId}`)
  await page.getByRole('link', { name: 'Add a person' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('תמר')
  await page.getByRole('checkbox', { name: /^May sign in/ }).check()
  await page.getByRole('checkbox', { name: 'The main person of this household' }).check()
  await checkPage(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('may sign in, with a printed code')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Print a sign-in code' })).toBeVisible()

  await page.getByRole('link', { name: 'Edit תמר' }).click()
  await page.getByRole('button', { name: 'Remove this person' }).click()
  await expect(heading(page, 'Berger')).toBeVisible()
  await expect(page.getByText('תמר')).toHaveCount(0)

  await page.getByRole('link', { name: 'Edit Lena Berger' }).click()
  await page.getByRole('button', { name: 'Remove this person' }).click()
  await expect(page.getByText('This is the only person of the household')).toBeVisible()
})

test('a consent is written down with its day, and a change of mind below it', async ({
  asConsultant,
  household,
}) => {
  const page = await asConsultant()
  for (const answer of ['Yes', 'No']) {
    await page.goto(`/clients/${household.clientId}`)
    await page.getByRole('link', { name: 'Write down a consent' }).click()
    await page.getByRole('radio', { name: 'Photos of the animals' }).check()
    await page.getByRole('radio', { name: answer, exact: true }).check()
    if (answer === 'Yes') await checkPage(page)
    await page.getByRole('button', { name: 'Write it down' }).click()
    await expect(heading(page, 'Berger')).toBeVisible()
  }
  await page.getByText('All records').click()
  await expect(page.getByText('written down by Jonas Weiss')).toHaveCount(2)
})

test('a household is archived and brought back', async ({ asAssistant, household }) => {
  const page = await asAssistant()
  await page.goto(`/clients/${household.clientId}`)
  await page.getByText('Archive', { exact: true }).click()
  await page.getByRole('button', { name: 'Archive this household' }).click()
  await expect(page.getByText('This household is archived.')).toBeVisible()
  await page.goto('/clients')
  await expect(page.getByRole('link', { name: 'Berger' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Archived' }).click()
  await page.getByRole('link', { name: 'Berger' }).click()
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByText('This household is archived.')).toHaveCount(0)
})

test('without JavaScript a household is added all the same', async ({ asAssistant }) => {
  const page = await asAssistant({ javaScriptEnabled: false })
  await page.goto('/clients/new')
  await page.getByRole('textbox', { name: 'Town' }).fill('Weiz')
  await page.getByRole('button', { name: 'Save and go on to the animals' }).click()
  await expect(page.getByText('Nothing was saved yet')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Town' })).toHaveValue('Weiz')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('No Script')
  await page.getByRole('button', { name: 'Save and go on to the animals' }).click()
  await expect(heading(page, 'No Script')).toBeVisible()
})

test('a stranger’s, a random and a malformed household are the same 404', async ({
  asBoss,
  household,
  signIn,
}) => {
  const { makeWorld } = await import('@/db/factories/world')
  const stranger = await signIn((await makeWorld()).boss.userId)
  const own = await asBoss()
  for (const [page, id] of [
    [stranger, household.clientId],
    [own, '00000000-0000-4000-8000-000000000000'],
    [own, 'no-id'],
  ] as const) {
    for (const path of [`/clients/${id}`, `/clients/${id}/edit`, `/clients/${id}/animals/new`])
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 404])
  }
})
