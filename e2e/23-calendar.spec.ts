import { Temporal } from 'temporal-polyfill'
import { makeHousehold, makeVisit } from '@/db/factories/world'
import { checkPage, expect, test } from './fixtures'

/** Next week's Monday, so that nothing of it has begun. */
const monday = () => {
  const today = Temporal.Now.zonedDateTimeISO('Europe/Vienna').toPlainDate()
  return today.add({ days: 8 - today.dayOfWeek })
}
const at = (days: number, time: string) =>
  monday().add({ days }).toPlainDateTime(Temporal.PlainTime.from(time))

test('week, day and list, walked through with the arrow keys', async ({
  world,
  household,
  asConsultant,
  isMobile,
}) => {
  const other = await makeHousehold(world, { name: 'O’Neill', animal: 'Pfeffer' })
  await makeVisit(world, household, { localStart: at(0, '10:00') })
  await makeVisit(world, household, { localStart: at(0, '14:00') })
  await makeVisit(world, other, { localStart: at(2, '14:00'), consultant: world.boss })
  const page = await asConsultant({ viewport: { width: 1280, height: 900 } })
  await page.goto(`/calendar?view=week&day=${monday().toString()}`)
  const [early, late] = [
    page.getByRole('link', { name: /Moth 10:00–11:00/ }),
    page.getByRole('link', { name: /Moth 14:00/ }),
  ]
  await expect(early).toBeVisible()
  await checkPage(page)
  await early.focus()
  await page.keyboard.press('ArrowDown')
  await expect(late).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('link', { name: /Pfeffer 14:00/ })).toBeFocused()
  if (!isMobile) {
    await page.keyboard.press('?')
    await expect(page.getByText('They work while the focus is in the calendar.')).toBeVisible()
  }
  await page.keyboard.press('d')
  await expect(page).toHaveURL(/view=day/)
  await expect(page.getByRole('region', { name: 'Ines Marek' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Jonas Weiss' })).toBeVisible()
  await checkPage(page)
  await page.getByRole('link', { name: 'List', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(14)
  await checkPage(page)
  await page.getByRole('link', { name: 'Moth' }).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Moth' }).nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('14:00–15:00')).toBeVisible()
})

test('is a list on a phone until somebody asks for hours, and works without script', async ({
  world,
  household,
  asConsultant,
}) => {
  await makeVisit(world, household, { localStart: at(0, '10:00') })
  const page = await asConsultant({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await page.goto(`/calendar?day=${monday().toString()}`)
  await expect(page.getByRole('link', { name: 'Moth' })).toHaveCount(1)
  await expect(page.getByRole('group', { name: /grid of hours/ })).toBeHidden()
  await checkPage(page)
  await page.getByRole('link', { name: 'Week', exact: true }).click()
  await expect(page.getByRole('group', { name: /grid of hours/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /Moth 10:00/ })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Today', exact: true }).click()
  await expect(page).toHaveURL(/view=week/)
})
