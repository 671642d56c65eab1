import type { Locator, Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { logsOf, underWay } from './logs'

const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click()

/** The stopwatch that is kept on this phone began that much earlier. */
const letTimePass = (page: Page, milliseconds: number) =>
  page.evaluate((earlier) => {
    const name = Object.keys(localStorage).find((key) => key.startsWith('doorstep.watch:')) ?? ''
    const watch = JSON.parse(localStorage.getItem(name) ?? '{}') as { began: number }
    localStorage.setItem(name, JSON.stringify({ ...watch, began: watch.began - earlier }))
  }, milliseconds)

test('the stopwatch goes on while the page is gone, and asks when it was forgotten', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  const context = page.context()
  await page.goto(paths.homeLog())
  await page.getByRole('button', { name: 'Start the stopwatch' }).click()
  await expect(page.locator('output')).toHaveText('0:01')
  await letTimePass(page, 60_000)
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.goto(paths.homeLog())
  await expect(again.getByText('It went on while this page was away.')).toBeVisible()
  await expect(again.locator('output')).toHaveText(/1:[0-5]\d/)
  await letTimePass(again, 3_600_000)
  await again.reload()
  await expect(again.getByText('Was it that long?')).toBeVisible()
  await checkPage(again)
  await again.getByRole('button', { name: 'No, I forgot it' }).click()
  await again.getByRole('button', { name: 'Start the stopwatch' }).click()
  await expect(again.locator('output')).toHaveText('0:02')
  await again.getByRole('button', { name: 'Stop, that was it' }).click()
  await expect(again.getByText('to the second')).toBeVisible()
  await again.getByRole('radio', { name: 'Loose', exact: true }).check()
  await save(again)
  await expect(again).toHaveURL(/\/home\/log\/done/)
  const [log] = await logsOf(world, household)
  expect(log?.durationSec).toBeGreaterThanOrEqual(2)
  await again.goto(paths.homeLog())
  await expect(again.locator('output')).toHaveText('')
})

/** Bytes of the answers that are kept on this phone; what they say nobody can read there. */
const keptSize = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('doorstep')
        opening.onsuccess = () => {
          const all = opening.result.transaction('kept').objectStore('kept').openCursor()
          let size = 0
          all.onsuccess = () => {
            const one = all.result
            if (!one) {
              opening.result.close()
              return done(size)
            }
            if (String((one.key as string[])[1]).startsWith('typed ')) size = one.value.bytes.byteLength
            one.continue()
          }
        }
      }),
  )

test('answers that were not saved are there again after the page was killed, until they are saved', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  const context = page.context()
  const isBack = (at: Page) => at.getByText('What you typed before is back. Nothing was saved yet.')
  await page.goto(paths.homeLog())
  await page.getByRole('radio', { name: 'Tense', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Tail up' }).check()
  const note = 'The lift came, and she stayed on the mat'
  await expect.poll(() => keptSize(page)).toBeGreaterThan(0)
  const before = await keptSize(page)
  await page.getByRole('textbox', { name: 'Anything else' }).fill(note)
  await expect.poll(() => keptSize(page)).toBeGreaterThan(before + note.length / 2)
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.goto(paths.homeLog())
  await expect(isBack(again)).toBeVisible()
  await expect(again.getByRole('radio', { name: 'Tense', exact: true })).toBeChecked()
  await expect(again.getByRole('checkbox', { name: 'Tail up' })).toBeChecked()
  await expect(again.getByRole('textbox', { name: 'Anything else' })).toHaveValue(note)
  await checkPage(again)
  await again.getByRole('button', { name: 'Begin with an empty form' }).click()
  await expect(again.getByRole('radio', { name: 'Tense', exact: true })).not.toBeChecked()
  await expect(isBack(again)).toBeHidden()
  await again.getByRole('radio', { name: 'Loose', exact: true }).check()
  await again.getByRole('textbox', { name: 'Anything else' }).fill('She purred')
  await again.reload()
  await expect(isBack(again)).toBeVisible()
  await expect(again.getByRole('textbox', { name: 'Anything else' })).toHaveValue('She purred')
  await save(again)
  await expect(again).toHaveURL(/\/home\/log\/done/)
  expect((await logsOf(world, household)).map((log) => log.note)).toEqual(['She purred'])
  await again.getByRole('link', { name: 'Log another session' }).click()
  await expect(again.getByRole('textbox', { name: 'Anything else' })).toHaveValue('')
  await expect(isBack(again)).toBeHidden()
})

test('a log that was saved without a word of it, as its page was killed, does not come back', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await page.goto(paths.homeLog())
  // The server does what it was asked; the page is gone before it hears of it.
  await page.route('**/home/log', (route) =>
    route.request().method() === 'POST' ? void route.fetch({ maxRedirects: 0 }) : route.continue(),
  )
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await page.getByRole('textbox', { name: 'Anything else' }).fill('She purred')
  await save(page)
  await expect.poll(async () => (await logsOf(world, household)).length).toBe(1)
  await page.close({ runBeforeUnload: false })
  const again = await page.context().newPage()
  const asked = again.waitForResponse('**/api/logged/**')
  await again.goto(paths.homeLog())
  expect(await (await asked).json()).toBe(true)
  await again.getByRole('radio', { name: 'Watchful', exact: true }).check()
  await expect(again.getByText('What you typed before is back.')).toBeHidden()
  await save(again)
  await expect(again).toHaveURL(/\/home\/log\/done/)
  expect((await logsOf(world, household)).map(({ note }) => note).sort()).toEqual(['', 'She purred'])
})

test('without JavaScript at 360 px the nine answers are sent and the answer is read', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household, 'C5')
  const page = await asGuardian(household, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  await page.goto(paths.homeLog())
  await expect(page.getByRole('link', { name: 'Keep the log on this phone' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Start the stopwatch' })).toBeHidden()
  await page.getByRole('radio', { name: '5–10 min' }).check()
  await page.getByRole('radio', { name: '4 of 5' }).check()
  await page.getByRole('radio', { name: 'Loose', exact: true }).check()
  await page.getByRole('group', { name: 'Food' }).getByRole('radio', { name: 'Not offered' }).check()
  await page
    .getByRole('group', { name: 'Did Moth choose it?' })
    .getByRole('radio', { name: 'Did not see' })
    .check()
  await save(page)
  await expect(page).toHaveURL(/\/home\/log\/done/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4 of 5 went well')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Moth')
})

/** From where the keyboard stands on to this control, as a person without a pointer gets there. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not get there')
}
/** One of a few: Tab to the group, arrows inside it. */
async function chooseByKeys(page: Page, group: string, name: string) {
  const radios = page.getByRole('group', { name: group }).getByRole('radio')
  const wanted = page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true })
  const chosen = radios.and(page.locator(':checked'))
  await tabTo(page, (await chosen.count()) > 0 ? chosen : radios.first())
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses++)
    await page.keyboard.press('ArrowDown')
  await expect(wanted).toBeChecked()
}

test('by keyboard alone at 360 px, read by a screen reader, in under twenty seconds', async ({
  world,
  household,
  asGuardian,
}, { annotations }) => {
  await underWay(world, household, 'C5')
  const page = await asGuardian(household, { viewport: { width: 360, height: 740 } })
  const began = performance.now()
  await page.goto(paths.homeLog())
  await expect(page.getByRole('form', { name: 'Homework log for Moth' })).toMatchAriaSnapshot(`
    - form "Homework log for Moth":
      - combobox "What you practised"
      - group "When":
        - radio "Just now" [checked]
        - radio "Earlier today"
        - radio "Yesterday"
      - group "How long":
        - radio "Under 10 s"
        - radio "Did not see"
      - button "Start the stopwatch"
      - group "The worst you saw of the body":
        - radio "Loose"
        - radio "Watchful"
        - radio "Tense"
        - radio "Fearful"
        - radio "Panic"
      - group "What you saw":
        - group "Good signs":
          - checkbox "Tail up"
        - group "Panic"
      - group "Food":
        - radio "Not offered"
        - radio "Did not see"
      - group "Did Moth choose it?":
        - radio "Did not see"
      - group "Leash":
        - radio "Did not see"
      - group "How it ended":
        - radio "As planned" [checked]
      - group "What was about"
      - group "Where":
        - radio "Did not see"
      - group "And for you?"
      - textbox "Anything else"
      - button "Save"
  `)
  await chooseByKeys(page, 'How long', '5–10 min')
  await chooseByKeys(page, 'How many went well', '4 of 5')
  await chooseByKeys(page, 'The worst you saw of the body', 'Loose')
  await tabTo(page, page.getByRole('checkbox', { name: 'Tail up' }))
  await page.keyboard.press('Space')
  await chooseByKeys(page, 'Food', 'Took it at once')
  await chooseByKeys(page, 'Did Moth choose it?', 'Came by itself')
  await chooseByKeys(page, 'And for you?', 'A win')
  await tabTo(page, page.getByRole('button', { name: 'Save' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/home\/log\/done/)
  const seconds = (performance.now() - began) / 1000
  annotations.push({ type: 'seconds for the log by keyboard', description: seconds.toFixed(1) })
  console.log(`the log by keyboard alone: ${seconds.toFixed(1)} s`)
  expect(seconds).toBeLessThan(20)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'Moth came by itself and took the treat at once',
  )
})
