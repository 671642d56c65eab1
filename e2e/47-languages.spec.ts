import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makePlan, type Household, type World } from '@/db/factories/world'
import { homework } from '@/db/schema'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

type Sentences = { [key: string]: string | string[] | Sentences }

const sentencesOf = (value: string | string[] | Sentences | undefined): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(sentencesOf)

/** What is English and nothing else: the catalogue's sentences that German says in other words. */
const english = (() => {
  const folder = path.join(process.cwd(), 'lib/messages')
  const of = (language: string) =>
    readdirSync(path.join(folder, 'en'))
      .filter((name) => name.endsWith('.json') && name !== 'urgent.json')
      .flatMap((name) => {
        const file = path.join(folder, language, name)
        try {
          return sentencesOf(JSON.parse(readFileSync(file, 'utf8')) as Sentences)
        } catch {
          return []
        }
      })
  const german = new Set(of('de'))
  return new Set(of('en').filter((one) => !one.includes('{') && !german.has(one)))
})()

/** Every piece of text on the page, and what is said to those who cannot see it. */
async function leftInEnglish(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const pieces: string[] = [document.title.split(' – ')[0] ?? '']
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement: around, textContent } = walker.currentNode
      if (!around?.closest('script, style')) pieces.push(textContent?.trim() ?? '')
    }
    for (const one of document.querySelectorAll('[aria-label], [alt], [placeholder], [title]'))
      for (const name of ['aria-label', 'alt', 'placeholder', 'title'])
        pieces.push(one.getAttribute(name) ?? '')
    return pieces
  })
  return said.filter((one) => english.has(one))
}

async function underWay(world: World, household: Household) {
  const { practiceId } = world
  const { animalId } = household
  const enteredOn = Temporal.Now.plainDateISO('Europe/Vienna').subtract({ days: 4 })
  const planId = await makePlan(world, household, { stageKey: 'C5', enteredOn })
  const sentences = ['Clip it on and let it trail.', 'Our own words about the sofa.']
  const items = [{ exercise: 'Trailing leash', sentences, dose: '3 minutes', good: '', stop: '' }]
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(homework).values({ practiceId, planId, animalId, stageKey: 'C5', items }),
  )
}

test('an owner chooses a language, and every page of theirs is in it', async ({
  world,
  household,
  asGuardian,
}) => {
  await underWay(world, household)
  const page = await asGuardian(household)
  await page.goto(paths.account())
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await page.getByRole('combobox', { name: 'Weights and lengths' }).selectOption('pounds and inches')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dein Konto' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toHaveValue('de-DE')
  await expect(page.getByRole('combobox', { name: 'Gewichte und Längen' })).toHaveValue('imperial')

  const rooms = [
    paths.account(),
    paths.ownMails(),
    paths.home(),
    paths.homeLog(),
    paths.homePlan(),
    paths.homePast(household.animalId),
    paths.homeVisits(),
    paths.fridgeSheet(household.animalId),
  ]
  for (const room of rooms) {
    await page.goto(room)
    await expect(page.getByRole('main').first()).toBeVisible()
    expect(await leftInEnglish(page), room).toEqual([])
    expect(await page.locator('[lang="de"]').count(), room).toBeGreaterThan(0)
    await checkPage(page)
  }

  await page.goto(paths.home())
  await expect(page.getByText('Our own words about the sofa.')).toBeVisible()
  await expect(page.getByText('Clip it on and let it trail.')).toBeHidden()
})

test.describe('in front of the door', () => {
  test.use({ locale: 'de-AT' })

  test('a browser is spoken to as it asks, or as is chosen there', async ({ page }) => {
    await page.goto(paths.signIn())
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    expect(await leftInEnglish(page)).toEqual([])
    await checkPage(page)
    await page.getByRole('link', { name: 'Español' }).click()
    await expect(page).toHaveURL(paths.signIn())
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    await page.goto(paths.landing())
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  })
})
