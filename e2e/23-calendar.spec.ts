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

test('moved by keyboard alone: looked at first, moved, undone; nobody is told', async ({
  world,
  household,
  asConsultant,
  mails,
}) => {
  await makeVisit(world, household, { localStart: at(1, '10:00') })
  const page = await asConsultant()
  await page.goto(`/calendar?view=list&day=${monday().toString()}`)
  await page.getByRole('link', { name: 'Moth' }).focus()
  await page.keyboard.press('m')
  await expect(page.getByRole('button', { name: 'See what it does' })).toBeVisible()
  await checkPage(page)
  await page.getByLabel('Time', { exact: true }).focus()
  await page.keyboard.type('14')
  await page.keyboard.press('Enter')
  const move = page.getByRole('button', { name: 'Move the visit' })
  await expect(move).toBeVisible()
  await expect(page.getByText('It fits.')).toBeVisible()
  await expect(page.getByText('To Lena Berger by mail, three minutes after you move it')).toBeVisible()
  await checkPage(page)
  await move.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Moved.', { exact: true })).toBeVisible()
  await expect(page.getByText(/14:\d\d–15:\d\d/).first()).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Moved.', { exact: true })).toBeHidden()
  await expect(page.getByText('10:00–11:00').first()).toBeVisible()
  expect((await mails(household.email, 1)).map(({ state }) => state)).toEqual(['cancelled'])
})

test('dragged to another day it is looked at, not moved', async ({
  world,
  household,
  asConsultant,
  isMobile,
}) => {
  test.skip(isMobile, 'dragging is for whoever has a mouse')
  await makeVisit(world, household, { localStart: at(0, '10:00') })
  const other = await makeHousehold(world, { name: 'Ito', animal: 'Mochi' })
  await makeVisit(world, other, { localStart: at(2, '10:00') })
  const page = await asConsultant({ viewport: { width: 1280, height: 1000 } })
  const week = `/calendar?view=week&day=${monday().toString()}`
  await page.goto(week)
  const block = page.getByRole('link', { name: /Moth 10:00–11:00/ })
  const next = page.getByRole('region').nth(1)
  const [from, to] = [await block.boundingBox(), await next.boundingBox()]
  if (!from || !to) throw new Error('nothing to drag')
  await block.dragTo(next, {
    sourcePosition: { x: 20, y: 8 },
    targetPosition: { x: 40, y: from.y - to.y + 8 + 66 },
  })
  await expect(page).toHaveURL(new RegExp(`/move\\?day=${monday().add({ days: 1 }).toString()}&time=11%3A00`))
  await expect(page.getByText('It fits.')).toBeVisible()
  await page.goto(week)
  await expect(block).toBeVisible()
  await block.dragTo(page.getByRole('link', { name: /Mochi 10:00/ }), { sourcePosition: { x: 20, y: 8 } })
  await expect(page.getByText('That time is taken. Choose another one.')).toBeVisible()
  await expect(page.getByText('There is a visit to Ito then.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Move the visit' })).toHaveCount(0)
})

test('booked and undone without script', async ({ household, asConsultant, mails }) => {
  const page = await asConsultant({ javaScriptEnabled: false })
  await page.goto(`/visits/new?client=${household.clientId}&day=${at(3, '10:00').toPlainDate().toString()}`)
  await page.getByLabel('Time', { exact: true }).fill('10:00')
  await page.getByRole('button', { name: 'Book the visit' }).click()
  await expect(page.getByText('Booked.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone at once.').first()).toBeVisible()
  expect((await mails(household.email, 1)).map(({ state }) => state)).toEqual(['cancelled'])
})
