import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makeHousehold } from '@/db/factories/world'
import { animal, homeLook } from '@/db/schema'
import { readPdf } from '@/lib/paper/testing/read-pdf'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { livesAMonth, monthInYear, photographs } from './lived-month'

test('an owner reads a month of progress, opens its photo and prints it on one page', async ({
  world,
  household,
  asGuardian,
  asConsultant,
  baseURL,
}) => {
  const { month, firstSession } = await livesAMonth(world, household)
  const named = monthInYear(month)
  const consultant = await asConsultant()
  await photographs(consultant, baseURL ?? '', world, household, { sessionId: firstSession })

  const page = await asGuardian(household)
  await page.goto(paths.home())
  await page.getByRole('link', { name: 'All of Moth’s progress' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Moth’s progress' })).toBeVisible()
  const part = page.getByRole('region', { name: named })
  await expect(part.getByText('First ten minutes at the open door')).toBeVisible()
  await expect(part.getByText('One hard day was among them.')).toBeVisible()
  await expect(page.getByText('of 100')).toBeHidden()
  await checkPage(page)

  const photo = part.getByRole('link', { name: /Moth/ }).first()
  const answer = await page.request.get((await photo.getAttribute('href')) ?? '')
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/webp'])

  await part.getByRole('link', { name: `Print ${named}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Moth' })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Moth, / })).toBeVisible()
  await checkPage(page)
  const printed = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const pdf = await page.request.get(
    (await page.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '',
  )
  const made = await readPdf(await pdf.body())
  for (const { pages } of [printed, made]) {
    expect(pages).toHaveLength(1)
    const words = pages[0]?.text ?? ''
    expect(words).toContain(named)
    expect(words).toContain('First ten minutes at the open door')
    expect(words).toContain('You waited at the open door, and she chose.')
    expect(words).toContain('a hard day')
  }
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Moth’s progress' })).toBeVisible()

  const stranger = await asGuardian(await makeHousehold(world, { name: 'Ng', animal: 'Ivy' }))
  const theirs = paths.sheetPdf('month', month.toString(), household.animalId)
  expect((await stranger.request.get(theirs)).status()).toBe(404)
  expect((await page.request.get(theirs)).status()).toBe(200)
  expect((await page.request.get(paths.sheetPdf('month', '2026-13'))).status()).toBe(404)
})

test('the number stands there only where the consultant shows it; two people see who wrote what', async ({
  world,
  household,
  signIn,
}) => {
  const { partner, month } = await livesAMonth(world, household)
  for (const { userId } of [household.guardian, partner]) {
    const page = await signIn(userId)
    await page.goto(paths.home())
    const since = page.getByRole('region', { name: /^Since the visit on/ })
    await expect(since).toContainText(/Written down by Lena Berger \(\d+\) and Arjun Sharma \(\d+\)/)
    await page.goto(paths.homeProgress(household.animalId))
    await expect(page.getByRole('region', { name: monthInYear(month) })).toContainText('Arjun Sharma (')
    await expect(page.getByText('of 100')).toBeHidden()
  }
  // Both have looked now; days later, what counts is what was written since.
  const daysAgo = { seenAt: Temporal.Now.instant().subtract({ hours: 50 }) }
  const looks = () =>
    inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.update(homeLook).set(daysAgo).where(eq(homeLook.practiceId, world.practiceId)).returning(),
    )
  await expect.poll(async () => (await looks()).length).toBe(2)
  const again = await signIn(partner.userId)
  await again.goto(paths.home())
  const sinceLook = again.getByRole('region', { name: /^Since you last looked, on/ })
  await expect(sinceLook).toContainText(/Written down by Lena Berger \(\d+\) and Arjun Sharma \(\d+\)/)
  await checkPage(again)

  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.update(animal).set({ showScore: true }).where(eq(animal.id, household.animalId)),
  )
  const page = await signIn(partner.userId)
  await page.goto(paths.homeProgress(household.animalId))
  await expect(page.getByText(/\d+ of 100/)).toBeVisible()
  await checkPage(page)
})
