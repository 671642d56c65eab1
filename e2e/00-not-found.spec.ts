import { checkPage, expect, test } from './fixtures'

test('a page that is not there says so and shows the way back', async ({ page }) => {
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await checkPage(page)
})

test('somebody signed in gets the same page', async ({ asConsultant }) => {
  const page = await asConsultant()
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
})
