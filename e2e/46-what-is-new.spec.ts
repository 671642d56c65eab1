import { randomUUID } from 'node:crypto'
import { inTransaction } from '@/db/client'
import { writeNews } from '@/lib/mail/news'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

test('an owner reads what is new, the count goes, and what is not wanted stands there no more', async ({
  world: { practiceId },
  household: { animalId, clientId, guardian },
  asGuardian,
}) => {
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    writeNews(
      tx,
      ...(['homework_changed', 'request_declined'] as const).map((kind) => ({
        ...{ practiceId, kind, key: `${kind}:${randomUUID()}`, told: { clientId } },
        about: { animalId, clientId },
      })),
    ),
  )
  const page = await asGuardian({ guardian })
  await page.goto(paths.home())
  await page.getByRole('link', { name: 'What is new: 2 things' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What is new' })).toBeVisible()
  await expect(page.getByRole('link', { name: /There is new homework for .* new/ })).toBeVisible()
  await checkPage(page)
  await page.getByRole('link', { name: /There is an answer to the visit you asked for/ }).click()
  await expect(page).toHaveURL(paths.homeVisits())
  await expect(page.getByRole('link', { name: 'What is new', exact: true })).toBeVisible()

  await page.goto(paths.ownMails())
  const shown = page.getByRole('form', { name: 'In the app' })
  await shown.getByRole('checkbox', { name: 'Summaries and new homework' }).uncheck()
  await shown.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await checkPage(page)
  await page.goto(paths.news())
  await expect(page.getByRole('link', { name: /There is an answer/ })).toBeVisible()
  await expect(page.getByText('There is new homework')).toBeHidden()
})

test('who works here finds nothing new, and is told what will stand there', async ({ asConsultant }) => {
  const page = await asConsultant()
  await page.goto(paths.news())
  await expect(page.getByText('Nothing yet')).toBeVisible()
})
