import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { contact, mailStopLink } from '@/db/schema'
import { hashToken } from '@/lib/auth/session-token'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

test('an owner chooses what comes by mail, and a link from a mail stops one kind without signing in', async ({
  world,
  household,
  asGuardian,
  page: stranger,
}) => {
  const page = await asGuardian(household)
  await page.goto(paths.account())
  await page.getByRole('link', { name: 'What I am told' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What I am told' })).toBeVisible()
  const reminder = page.getByRole('checkbox', { name: /reminder the evening before/ })
  await expect(reminder).toBeChecked()
  await page.getByRole('combobox', { name: 'A nudge for homework' }).selectOption('at 19:00')
  await page.getByRole('form', { name: 'As you like' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await checkPage(page)

  const token = `ms_${randomBytes(32).toString('base64url')}`
  const { practiceId } = world
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(mailStopLink).values({
      ...{ practiceId, kind: 'homework', contactId: household.contactId },
      tokenHash: hashToken(token),
    }),
  )
  await stranger.goto(paths.stopMailsNow(token))
  await expect(stranger.getByRole('heading', { name: 'No more mails of this kind?' })).toBeVisible()
  await checkPage(stranger)
  await stranger.getByRole('button', { name: 'Stop them' }).click()
  await expect(stranger.getByRole('heading', { name: 'They have stopped' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'A nudge for homework' })).toHaveValue('')
  await expect(reminder).toBeChecked()
})

test('who trains leaves out the week’s letter, and frees an address that came back', async ({
  world,
  household,
  asConsultant,
}) => {
  const { practiceId } = world
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .update(contact)
      .set({ bouncedAddress: household.email })
      .where(and(eq(contact.practiceId, practiceId), eq(contact.id, household.contactId))),
  )
  const page = await asConsultant()
  await page.goto(paths.ownMails())
  const weekly = page.getByRole('checkbox', { name: /The week’s letter/ })
  await weekly.uncheck()
  await page.getByRole('form', { name: 'As you like' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.goto(paths.client(household.clientId))
  await expect(page.getByText('Mails to this address came back')).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'The address is right: send again' }).click()
  await expect(page.getByText('Mails to this address came back')).toBeHidden()
})
