import { Temporal } from 'temporal-polyfill'
import { makePlan, makeVisit } from '@/db/factories/world'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { noteOf } from './note-of'
import { sessionCookieFor } from './session'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')
const atTen = () => today().toPlainDateTime('10:15')

// What a cut connection and a difference between two devices look like to a browser.
test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED|status of 40[19].*api\/sync/] })

test('what comes after the signature is offered as an addition, and signing out leaves nothing on the phone', async ({
  world,
  household,
  asConsultant,
}) => {
  await makePlan(world, household, { stageKey: 'C3', enteredOn: today().subtract({ days: 2 }) })
  const visitId = await makeVisit(world, household, { status: 'arrived', localStart: atTen() })
  const phone = await asConsultant()
  await phone.goto(paths.note(visitId))
  await expect(phone.getByText('What you write is kept as you go.')).toBeVisible()
  await phone.context().setOffline(true)
  await phone.getByRole('textbox', { name: 'A few words to the household' }).fill('She yawned twice.')
  await expect(phone.getByText('On this phone, not saved yet.')).toBeVisible()

  const desk = await asConsultant()
  await desk.goto(paths.note(visitId))
  await desk.getByRole('textbox', { name: 'What Moth did' }).fill('Ate in the harness.')
  await desk.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await desk.getByRole('radio', { name: 'Stay' }).check()
  await desk.getByRole('button', { name: 'Save and go on to homework' }).click()
  await desk.getByRole('checkbox', { name: /I have read this note/ }).check()
  await desk.getByRole('button', { name: 'Sign the note' }).click()
  await expect(desk).toHaveURL(paths.summary(visitId))

  await phone.context().setOffline(false)
  await expect(phone.getByText('This note was signed meanwhile.')).toBeVisible()
  await phone.goto(paths.calendar())
  await phone.getByRole('button', { name: /your account/ }).click()
  await phone.getByRole('button', { name: 'Sign out' }).click()
  await expect(phone.getByRole('dialog')).toContainText('Not everything is saved yet')
  await phone.getByRole('link', { name: 'See what it is' }).click()
  await expect(phone.getByRole('textbox', { name: 'The household reads' })).toHaveValue(/She yawned twice\./)
  await checkPage(phone)
  await phone.getByRole('button', { name: 'Add to the note' }).click()
  await expect(phone.getByText('Everything that was written here is saved.')).toBeVisible()
  await desk.reload()
  await expect(desk.getByText(/She yawned twice\./)).toBeVisible()

  await phone.goto(paths.calendar())
  await phone.getByRole('button', { name: /your account/ }).click()
  await phone.getByRole('button', { name: 'Sign out' }).click()
  await expect(phone).toHaveURL(paths.landing())
  await phone.goto(paths.onThisPhone())
  await expect(phone.getByRole('button', { name: 'Take today with me' })).toBeVisible()
  const left = await phone.evaluate(async () => {
    const open = indexedDB.open('doorstep')
    await new Promise((done) => (open.onsuccess = done))
    const tx = open.result.transaction(['keys', 'kept'])
    const counts = ['keys', 'kept'].map((name) => tx.objectStore(name).count())
    await new Promise((done) => (tx.oncomplete = done))
    return counts.map(({ result }) => result)
  })
  expect(left).toEqual([0, 0])
})

test('what one person left on a phone is shut for the next, outlives their signing out, and is sent once the first is back', async ({
  world,
  household,
  asConsultant,
  baseURL,
}) => {
  const visitId = await makeVisit(world, household, { status: 'arrived', localStart: atTen() })
  const phone = await asConsultant()
  const context = phone.context()
  const mine = await context.cookies()
  await phone.goto(paths.note(visitId))
  await expect(phone.getByText('What you write is kept as you go.')).toBeVisible()
  await context.clearCookies()
  await phone.getByRole('textbox', { name: 'A few words to the household' }).fill('She waited for you.')
  await expect(phone.getByRole('link', { name: 'Sign in again' })).toBeVisible()

  await context.addCookies([await sessionCookieFor(world.boss.userId, baseURL ?? '')])
  await phone.goto(paths.calendar())
  const whose = () => phone.evaluate(() => localStorage.getItem('doorstep.person'))
  await expect.poll(whose).toContain(world.boss.userId)
  await phone.goto(paths.onThisPhone())
  await expect(phone.getByText('Everything that was written here is saved.')).toBeVisible()
  expect((await noteOf(world, visitId)).body?.letter).toBeUndefined()
  await phone.goto(paths.calendar())
  await phone.getByRole('button', { name: /your account/ }).click()
  await phone.getByRole('button', { name: 'Sign out' }).click()
  await expect(phone).toHaveURL(paths.landing())

  await context.addCookies(mine)
  await phone.goto(paths.calendar())
  await expect.poll(async () => (await noteOf(world, visitId)).body?.letter).toBe('She waited for you.')
})
