import { Temporal } from 'temporal-polyfill'
import { makePlan, makeVisit } from '@/db/factories/world'
import { readPdf } from '@/lib/paper/testing/read-pdf'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { mailsTo } from './mails'

// What a browser says of a sign-in that ended, and of a difference between two devices.
test.use({ tolerated: [/status of 40[19].*api\/sync/] })

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')

test('a consultant writes, decides, signs and prints a visit; the household reads it', async ({
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
  const page = await asConsultant()
  await page.goto(paths.note(visitId))
  await page.getByRole('textbox', { name: 'Who was there' }).fill('Lena and her son')
  await page.getByRole('textbox', { name: 'What Moth did' }).fill('Ate in the harness, tail up, 10 seconds.')
  await page.getByRole('textbox', { name: 'until it ate' }).fill('3')
  await page.getByRole('textbox', { name: 'Weight (g)' }).fill('heavy')
  await page
    .getByRole('textbox', { name: 'A few words to the household' })
    .fill('You saw her ears go and you stopped.')
  await page.getByRole('textbox', { name: 'Only for the practice' }).fill('Lift is broken.')
  await page.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(page.getByText('Please write a number.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Weight (g)' }).fill('4300')
  await checkPage(page)
  await page.getByRole('button', { name: 'Save and go on to the decision' }).click()

  await expect(page).toHaveURL(paths.decideNote(visitId))
  await expect(page.getByText('The rules say: Stay')).toBeVisible()
  await page.getByRole('radio', { name: 'Advance' }).check()
  await page.getByRole('textbox', { name: 'Why, if you decide otherwise' }).fill('She is bold.')
  await checkPage(page)
  await page.getByRole('button', { name: 'Save and go on to homework' }).click()

  await expect(page).toHaveURL(paths.signNote(visitId))
  await page.getByRole('checkbox', { name: /I have read this note/ }).check()
  await page.getByRole('button', { name: 'Sign the note' }).click()
  await expect(page.getByRole('main').getByRole('alert').first()).toContainText('minimum days')

  await page.getByRole('link', { name: 'Back to the decision' }).click()
  await page.getByRole('radio', { name: 'Stay' }).check()
  await page.getByRole('button', { name: 'Save and go on to homework' }).click()
  await expect(page.getByRole('textbox', { name: 'Sentence 1' })).toHaveValue(
    'Harness on, dinner down, harness off.',
  )
  await page.getByRole('textbox', { name: 'What good looks like' }).fill('Eats without looking round.')
  await page.getByRole('checkbox', { name: /I have read this note/ }).check()
  await checkPage(page)
  await page.getByRole('button', { name: 'Sign the note' }).click()

  await expect(page).toHaveURL(paths.summary(visitId))
  await expect(page.getByRole('heading', { level: 1, name: 'Moth' })).toBeVisible()
  await expect(page.getByText('You saw her ears go and you stopped.')).toBeVisible()
  await expect(page.getByText('Lift is broken.')).toBeHidden()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

  await page.getByRole('button', { name: 'Send to the household' }).click()
  await expect(page.getByText('On its way: a link, and the PDF beside it.')).toBeVisible()
  const [mail] = (await mailsTo(household.email)).filter(({ kind }) => kind === 'summary')
  expect(mail?.text).toContain(paths.summary(visitId))
  const sent = await readPdf(mail?.attachment ?? Buffer.of())
  expect(sent.pages.map(({ text }) => text).join(' ')).toContain('You saw her ears go and you stopped.')
  await page.getByRole('button', { name: 'Send to the household' }).click()
  await expect(page.getByText('This summary went to the household already.')).toBeVisible()

  await page.getByRole('link', { name: 'Read the signed note' }).click()
  await page.getByRole('link', { name: 'Amend the note' }).click()
  await page.getByRole('textbox', { name: 'What you add' }).fill('Weighed again: 4.2 kg.')
  await page.getByRole('textbox', { name: 'Why' }).fill('The scale was off.')
  await checkPage(page)
  await page.getByRole('button', { name: 'Add to the note' }).click()
  await expect(page.getByText('Weighed again: 4.2 kg.')).toBeVisible()

  const owner = await asGuardian(household)
  await owner.goto(paths.summary(visitId))
  await expect(owner.getByText('Weighed again: 4.2 kg.')).toBeVisible()
  await expect(owner.getByRole('link', { name: 'Read the signed note' })).toBeHidden()
})

test('two tabs write one note: the later one is told and loses nothing', async ({
  world,
  household,
  asConsultant,
}) => {
  const visitId = await makeVisit(world, household, { localStart: today().toPlainDateTime('10:15') })
  const first = await asConsultant()
  const second = await first.context().newPage()
  await first.goto(paths.note(visitId))
  await second.goto(paths.note(visitId))
  await first.getByRole('textbox', { name: 'What Moth did' }).fill('Came by herself.')
  await first.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(first).toHaveURL(paths.decideNote(visitId))

  await second.getByRole('textbox', { name: 'What Moth did' }).fill('Slept.')
  await second.getByRole('button', { name: 'Save and go on to the decision' }).click()
  const asked = second.getByRole('alert').filter({ hasText: 'Two texts for one place' })
  await expect(asked).toContainText('Came by herself.')
  await expect(second.getByRole('textbox', { name: 'What Moth did' })).toHaveValue('Slept.')
  await asked.getByRole('button', { name: 'Keep this' }).click()
  await expect(second.getByText('Saved.', { exact: true })).toBeVisible()
  await second.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(second).toHaveURL(paths.decideNote(visitId))
})

test('the sign-in ends in the middle of a note: what was typed survives it', async ({
  world,
  household,
  asConsultant,
}) => {
  const visitId = await makeVisit(world, household, { localStart: today().toPlainDateTime('10:15') })
  const page = await asConsultant()
  await page.goto(paths.note(visitId))
  await page.getByRole('textbox', { name: 'What Moth did' }).fill('Sniffed the buckle, stayed.')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(page.getByRole('link', { name: 'Sign in again' })).toBeVisible()
  await page.context().addCookies(cookies)
  await page.goto(paths.note(visitId))
  await expect(page.getByRole('textbox', { name: 'What Moth did' })).toHaveValue(
    'Sniffed the buckle, stayed.',
  )
  await page.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(page).toHaveURL(paths.decideNote(visitId))
})
