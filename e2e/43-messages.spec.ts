import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makeVisit } from '@/db/factories/world'
import { practice, threadRule } from '@/db/schema'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { jpeg } from './pictures'

const tomorrow = () =>
  Temporal.Now.zonedDateTimeISO('Europe/Vienna').toPlainDate().add({ days: 1 }).toPlainDateTime({ hour: 10 })

test('an owner writes with a photo, the consultant answers, and it is spoken of at the visit', async ({
  world,
  household,
  asGuardian,
  asConsultant,
}) => {
  const visitId = await makeVisit(world, household, { localStart: tomorrow() })
  const owner = await asGuardian(household)
  await owner.goto('/home')
  await owner.getByRole('link', { name: 'Messages' }).click()
  await expect(owner.getByText('Nothing written yet')).toBeVisible()
  await expect(owner.getByText(/is at work until|You get an answer/)).toBeVisible()
  await owner.getByLabel('A photo with it').setInputFiles(await jpeg('moth.jpg'))
  await expect(owner.getByText('The photo goes with your message.')).toBeVisible()
  await owner.getByLabel('Your message').fill('May she have tuna at the door? 🐟')
  await owner.getByRole('button', { name: 'Send' }).click()
  await expect(owner.getByRole('list', { name: 'Messages, oldest first' })).toContainText('May she have tuna')
  await expect(owner.getByRole('img', { name: /Photo from Lena Berger/ })).toBeVisible()
  await expect(owner.getByText('Not read yet')).toBeVisible()
  await expect(owner.getByLabel('Your message')).toHaveValue('')
  await checkPage(owner)

  const consultant = await asConsultant()
  await consultant.goto(paths.today())
  await expect(consultant.getByRole('link', { name: /Messages\s*1?\s*1 waits/ })).toBeVisible()
  const waiting = consultant.getByRole('region', { name: 'Messages' })
  await expect(waiting).toContainText('1 new')
  await checkPage(consultant)
  await waiting.getByRole('link', { name: 'Berger' }).click()
  await consultant.getByRole('button', { name: 'For the next visit' }).click()
  await expect(consultant.getByText('Speak of it at the next visit')).toBeVisible()
  await consultant.getByRole('button', { name: 'Into the note' }).click()
  await consultant.getByRole('link', { name: 'In the note' }).click()
  await consultant.getByRole('link', { name: /Lena Berger wrote/ }).click()
  await expect(consultant).toHaveURL(/\/messages\?before=\d+#message-/)
  await expect(consultant.getByRole('link', { name: 'In the note' })).toBeVisible()
  await consultant.getByLabel('Your message').fill('A little, from the spoon.')
  await consultant.getByRole('button', { name: 'Send' }).click()
  await expect(consultant.getByRole('list', { name: 'Messages, oldest first' })).toContainText(
    'from the spoon',
  )
  await checkPage(consultant)
  await consultant.goto(paths.threads())
  await expect(consultant.getByText('A little, from the spoon.')).toBeVisible()
  await checkPage(consultant)

  await owner.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(owner.getByText('A little, from the spoon.')).toBeVisible()
  await expect(owner.getByText(/Read by Jonas Weiss/)).toBeVisible()

  await consultant.goto(paths.visit(visitId))
  const agenda = consultant.getByRole('region', { name: 'To speak of' })
  await expect(agenda).toContainText('May she have tuna')
  await checkPage(consultant)
  await consultant.goto(paths.door(visitId))
  await agenda.getByRole('button', { name: 'Spoken of' }).click()
  await expect(agenda.getByRole('button', { name: 'Not yet' })).toBeVisible()
  await checkPage(consultant)
  await agenda.getByRole('link', { name: /Lena Berger wrote/ }).click()
  await expect(consultant.getByText('Spoken of', { exact: true })).toBeVisible()
})

test('urgent words are answered while they are typed, and stand first on Today', async ({
  world,
  household,
  asGuardian,
  asConsultant,
}) => {
  const { practiceId } = world
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.update(practice).set({ phone: '+43 316 5550' }).where(eq(practice.id, practiceId)),
  )
  const owner = await asGuardian(household)
  await owner.goto(paths.homeThread())
  const answer = owner.getByRole('alert')
  await owner.getByLabel('Your message').fill('Moth is walking nicely')
  await expect(answer.filter({ hasText: /\S/ })).toHaveCount(0)
  await owner.getByLabel('Your message').fill('Moth is limping, and she does not breathe well')
  await expect(answer.getByText('Call a vet now')).toBeVisible()
  await expect(answer.getByRole('link', { name: /Call Slow Door/ }).first()).toHaveAttribute(
    'href',
    'tel:+433165550',
  )
  await checkPage(owner)
  await owner.getByRole('button', { name: 'Send' }).click()
  const thread = owner.getByRole('list', { name: 'Messages, oldest first' })
  await expect(thread.getByText('Call a vet now')).toBeVisible()

  const consultant = await asConsultant()
  await consultant.goto(paths.today())
  await expect(consultant.getByRole('alert').getByText('Urgent, waits for an answer')).toBeVisible()
})

test('without JavaScript a photo travels first, then goes with the words; the away note is read above', async ({
  world,
  household,
  asGuardian,
}) => {
  const { practiceId } = world
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(threadRule).values({ practiceId, awayNote: 'On the island.', monthly: 3 }),
  )
  const owner = await asGuardian(household, { javaScriptEnabled: false })
  await owner.goto(paths.homeThread())
  await expect(owner.getByText('On the island.')).toBeVisible()
  await expect(owner.getByText('0 of 3 messages this month')).toBeVisible()
  await owner.getByText('Hurt, ill, stuck or gone?').click()
  await expect(owner.getByText('Caught in the harness')).toBeVisible()
  await owner.getByLabel('Choose a photo first').setInputFiles(await jpeg('moth.jpg'))
  await owner.getByRole('button', { name: 'Take this photo along' }).click()
  await expect(owner.getByText('This photo goes with your message.')).toBeVisible()
  await owner.getByLabel('Your message').fill('Is this too tight?')
  await owner.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(owner.getByRole('list', { name: 'Messages, oldest first' })).toContainText(
    'Is this too tight?',
  )
  await expect(owner.getByRole('img', { name: /Photo from Lena Berger/ })).toBeVisible()
  const thread = owner.getByRole('list', { name: 'Messages, oldest first' })
  await expect(thread.getByText('Caught in the harness')).toBeVisible()
  await expect(owner.getByLabel('Your message')).toHaveValue('')
})
