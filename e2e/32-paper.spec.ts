import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makeSignedNote } from '@/db/factories/signed-note'
import { makeHousehold, type Household, type World } from '@/db/factories/world'
import { animal, consent, practice, vetFlag } from '@/db/schema'
import { recordConsent } from '@/lib/data/consent'
import { consentSchema } from '@/lib/domain/client/schema'
import { readPdf } from '@/lib/paper/testing/read-pdf'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

const asSystem = <T>({ practiceId }: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId, role: 'system' }, run)

const say = 'Harness on, dinner down, harness off. Stop while she still eats.'
const exercise = (name: string) => ({
  exercise: name,
  sentences: [say, say, say],
  dose: 'twice a day, five minutes at the most',
  good: 'she eats without looking round',
  stop: 'ears flat; tail lashing; crouch; walking backwards; skin twitch',
})

/** A photo of the animal, as a phone held upright takes it; as high as it is kept. */
async function photograph(page: Page, origin: string, world: World, { animalId, clientId }: Household) {
  const said = { clientId, kind: 'photos', given: 'yes', givenBy: 'Lena Berger', givenOn: '2026-05-10' }
  await recordConsent(world.consultant, consentSchema.parse(said), Temporal.Now.instant())
  const buffer = await sharp({ create: { width: 1500, height: 2000, channels: 3, background: '#a8743a' } })
    .jpeg()
    .toBuffer()
  const answer = await page.request.post('/api/photos', {
    headers: { origin },
    multipart: { animalId, photo: { name: 'IMG_2031.jpg', mimeType: 'image/jpeg', buffer } },
  })
  expect(answer.status()).toBe(201)
}

/** A signed visit: the least there can be to print, or the most. */
async function visited(world: World, household: Household, most: boolean): Promise<string> {
  const { animalId } = household
  const { visitId } = await makeSignedNote(world, household, {
    stageKey: most ? 'C7' : 'C1',
    letter: most ? 'You saw her ears go and you stopped. That is the whole art. 🐈 '.repeat(4) : '',
    seen: most ? 'Came by herself, sniffed the buckle and lay down beside it. '.repeat(3) : '',
    homework: most ? ['Buckle', 'Leash', 'Door', 'Step'].map(exercise) : [exercise('Buckle')],
  })
  if (most)
    await asSystem(world, (tx) =>
      tx
        .update(animal)
        .set({
          cueWords: 'come, harness, home, wait, bed, carrier, window',
          foodPreferences: 'Poached chicken before anything, then tuna water. Bored by biscuits. '.repeat(3),
          marks: 'A white sock on the left hind leg, a notch in the right ear',
          microchip: '040098100123456',
        })
        .where(eq(animal.id, animalId)),
    )
  return visitId
}

/** The household said yes to sharing with its vet. */
const agreesToVet = (world: World, { clientId }: Household) =>
  asSystem(world, (tx) =>
    tx.insert(consent).values({
      ...{ practiceId: world.practiceId, clientId, kind: 'vet_sharing', given: true },
      ...{ givenOn: Temporal.PlainDate.from('2026-05-10'), givenBy: 'Lena Berger' },
      recordedBy: world.consultant.memberId,
    }),
  )

/** The sheet as the browser prints it, and as the server makes it: as many pages, none of them blank. */
async function bothWays(page: Page, address: string, pages: number, size: { width: number; height: number }) {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  const printed = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const pdfLink = page.getByRole('link', { name: 'PDF' })
  const answer = await page.request.get((await pdfLink.getAttribute('href')) ?? '')
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
    'content-disposition': expect.stringMatching(/^inline; filename="[a-z0-9-]+\.pdf"$/),
  })
  const made = await readPdf(await answer.body())
  for (const read of [printed, made]) {
    expect(read.pages.length, address).toBe(pages)
    for (const { text, width, height } of read.pages) {
      expect(text.replace(/\s/g, '').length).toBeGreaterThan(60)
      expect(Math.abs(width - size.width) + Math.abs(height - size.height)).toBeLessThan(3)
    }
  }
  expect(made.lang).toBe('en')
  expect(made.outline.length).toBeGreaterThan(0)
  expect(made.pages.at(-1)?.text).toContain(`${pages} / ${pages}`)
  return { printed, made }
}

const sizes = { a4: { width: 595, height: 842 }, letter: { width: 612, height: 792 } }

for (const paper of ['a4', 'letter'] as const) {
  for (const most of [false, true]) {
    test(`sheets of the ${most ? 'longest' : 'shortest'} plan, ${paper}`, async ({
      world,
      asConsultant,
      baseURL,
    }, { project }) => {
      test.skip(project.name !== 'desktop', 'paper is paper')
      const name = most ? 'Moth O’Neill 🐈‍⬛' : 'موث'
      const household = await makeHousehold(world, { animal: name })
      const visitId = await visited(world, household, most)
      await asSystem(world, (tx) =>
        tx.update(practice).set({ paper }).where(eq(practice.id, world.practiceId)),
      )
      const page = await asConsultant()
      const { animalId } = household
      if (most) await photograph(page, baseURL ?? '', world, household)

      const summary = await bothWays(page, paths.summary(visitId), most ? 2 : 1, sizes[paper])
      expect(summary.made.code).toBe((baseURL ?? '') + paths.summary(visitId))
      expect(summary.made.pages[0]?.text).toContain('Stop while she still eats.')

      const fridge = await bothWays(page, paths.fridgeSheet(animalId), 1, sizes[paper])
      for (const { code } of [fridge.made, fridge.printed])
        expect(code).toBe((baseURL ?? '') + paths.homeLog(animalId))
      expect(fridge.made.pages[0]?.text).toContain('tail lashing')

      const lost = await bothWays(page, paths.searchSheet(animalId), 2, sizes[paper])
      expect(lost.made.pages[0]?.text).not.toContain('040098100123456')
      expect(lost.made.pages[1]?.text).toContain('Search within 500 m first')
      if (most) await expect(page.getByRole('img', { name })).toHaveJSProperty('naturalHeight', 2000)

      await agreesToVet(world, household)
      await page.goto(paths.newVetLetter(animalId))
      const limps = 'Limps on the left hind leg after rest. '.repeat(most ? 100 : 1)
      for (const name of ['What was seen', 'What we ask'])
        await page.getByRole('textbox', { name }).fill(limps)
      await page.getByRole('button', { name: 'Write the letter' }).click()
      await expect(page).toHaveURL(/\/print\/vet\//)
      const letter = await bothWays(page, page.url(), most ? 2 : 1, sizes[paper])
      for (const { code } of [letter.made, letter.printed]) expect(code).toMatch(/\/s\/sl_[\w-]{43}$/)
      expect(letter.made.pages[0]?.text).toContain('Limps on the left hind leg')
      await checkPage(page)
    })
  }
}

test('a household keeps its own sheets; another one finds nothing', async ({
  world,
  household,
  asGuardian,
}) => {
  const visitId = await visited(world, household, false)
  const page = await asGuardian(household)
  await page.goto(paths.homePlan())
  await page.getByRole('link', { name: 'For the fridge' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Moth' })).toBeVisible()
  await checkPage(page)
  const stranger = await asGuardian(await makeHousehold(world, { name: 'Ng', animal: 'Ivy' }))
  for (const [kind, id] of [
    ['visit', visitId],
    ['fridge', household.animalId],
    ['lost', household.animalId],
    ['day', '2026-05-14'],
    ['vet', household.animalId],
    ['nonsense', household.animalId],
  ] as const)
    expect((await stranger.request.get(paths.sheetPdf(kind, id))).status(), kind).toBe(404)
})

test('a letter to the vet: consent first, no illness by name, a code that opens it and can be ended', async ({
  page: vet,
  world,
  household,
  asConsultant,
  asGuardian,
}) => {
  const { animalId } = household
  await visited(world, household, true)
  await asSystem(world, (tx) =>
    tx.insert(vetFlag).values({ practiceId: world.practiceId, animalId, sign: 'limp_or_pain' }),
  )
  const page = await asConsultant()
  await page.goto(paths.newVetLetter(animalId))
  await expect(page.getByText('The household has not agreed to sharing with the vet.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'What was seen' })).toBeHidden()
  await checkPage(page)

  await agreesToVet(world, household)
  await page.goto(paths.animal(animalId))
  await page.getByRole('link', { name: 'Letter to the vet' }).click()
  const seen = page.getByRole('textbox', { name: 'What was seen' })
  await expect(seen).toHaveValue(/sniffed the buckle/)
  await seen.fill('Limps on the left hind leg after rest. Looks like arthritis.')
  await page.getByRole('button', { name: 'Write the letter' }).click()
  await expect(page.getByText('This names an illness.')).toBeVisible()
  await checkPage(page)
  await seen.fill('Limps on the left hind leg after rest, three mornings of five.')
  await page.getByRole('button', { name: 'Write the letter' }).click()
  await expect(page).toHaveURL(/\/print\/vet\//)
  await expect(page.getByText('three mornings of five')).toBeVisible()
  await expect(page.getByText(/^Limp or pain, since/)).toBeVisible()
  await checkPage(page)
  const pdf = (await page.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? ''
  const { code } = await readPdf(await (await page.request.get(pdf)).body())
  const address = code ?? ''

  await vet.goto(address)
  await expect(vet).toHaveTitle('Letter to the vet – Doorstep')
  await expect(vet.getByText('three mornings of five')).toBeVisible()
  const shown = await vet.content()
  for (const secret of ['Berger', 'Kiln Row', 'Graz', household.clientId, animalId, '040098100123456'])
    expect(shown).not.toContain(secret)
  await checkPage(vet)
  const copy = await vet.request.get(`${address}/pdf`)
  expect(copy.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
  })
  expect((await readPdf(await copy.body())).pages[0]?.text).toContain('three mornings of five')

  const owner = await asGuardian(household)
  await owner.goto(paths.homeShare(animalId))
  await checkPage(owner)
  await owner.getByRole('link', { name: 'Read the letter' }).click()
  await expect(owner.getByText('three mornings of five')).toBeVisible()
  await owner.getByRole('link', { name: 'Back' }).click()
  await owner.getByRole('button', { name: /^End now/ }).click()
  await expect(owner.getByText(/^ended on/)).toBeVisible()
  expect((await vet.request.get(address)).status()).toBe(404)
  expect((await vet.request.get(`${address}/pdf`)).status()).toBe(404)
})
