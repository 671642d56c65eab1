import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { session } from '@/db/schema'
import { makePlan, type Household, type World } from '@/db/factories/world'
import { recordConsent } from '@/lib/data/consent'
import { recordSafetyItem } from '@/lib/data/safety'
import { openVetFlags } from '@/lib/data/vet-flag'
import { consentSchema } from '@/lib/domain/client/schema'
import { safetyItemSchema } from '@/lib/domain/safety/forms'
import { checkPage, expect, test } from './fixtures'

const now = () => Temporal.Now.instant()
const today = (world: World) => now().toZonedDateTimeISO(world.zone).toPlainDate()

async function agreesToPhotos(world: World, { clientId }: Household) {
  const said = { clientId, kind: 'photos', given: 'yes', givenBy: 'Lena Berger' }
  await recordConsent(
    world.consultant,
    consentSchema.parse({ ...said, givenOn: today(world).toString() }),
    now(),
  )
}
/** A look that was taken so many days or months ago. */
async function looked(world: World, { animalId }: Household, item: string, ago: Temporal.DurationLike) {
  const on = today(world).subtract(ago)
  const form = { animalId, item, passedOn: on.toString(), validUntil: on.add({ days: 200 }).toString() }
  const kept = await recordSafetyItem(world.consultant, safetyItemSchema.parse(form), now())
  if (!kept.ok) throw new Error(kept.reason)
}

/** A session of the household in which the cat limped, as its log writes it down. */
async function limpsAt(
  { practiceId, zone, system }: World,
  { animalId, guardian }: Household,
  planId: string,
) {
  const id = randomUUID()
  const at = now()
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(session).values({
      ...{ practiceId, id, animalId, planId, zone, stageKey: 'C5', stress: 0, durationSec: 60 },
      ...{ source: 'owner', recordedBy: guardian.contactId, recordedByName: guardian.name },
      ...{ day: at.toZonedDateTimeISO(zone).toPlainDate(), startedAt: at, createdAt: at },
      health: ['limp_or_pain'],
    })
    await openVetFlags(tx, system, { animalId, sessionId: id, signs: ['limp_or_pain'] }, at)
  })
}

/** What a phone sends: larger than what is kept, with the place it was taken at. */
const fromPhone = () =>
  sharp({ create: { width: 2600, height: 1300, channels: 3, background: '#a8743a' } })
    .withExif({ IFD0: { Make: 'TellTale' }, IFD3: { GPSLatitude: '55/1 57/1 0/1' } })
    .jpeg()
    .toBuffer()

// The browser itself writes a line about each photo that is refused.
test.use({ tolerated: [/status of 422.*api\/photos/] })

test('a safety list is completed at the door, with a fit check and a photo', async ({
  world,
  household,
  asConsultant,
  signIn,
}) => {
  test.slow()
  await makePlan(world, household, { stageKey: 'C5' })
  await agreesToPhotos(world, household)
  const page = await asConsultant()
  const list = `/animals/${household.animalId}/safety`
  const missing = (n: string) =>
    expect(
      page.getByRole('heading', { name: new RegExp(`^${n} lines? (is|are) missing`, 'i') }),
    ).toBeVisible()
  await page.goto(list)
  await missing('7')
  await checkPage(page)

  await test.step('what is of this day takes one tap', async () => {
    await page.getByRole('button', { name: /^Seen today ?: Gear/ }).click()
    await missing('6')
    await page.getByRole('button', { name: /^Seen today ?: Carrier or towel/ }).click()
    await missing('5')
    await expect(page.getByText('today only').first()).toBeVisible()
  })

  await test.step('a fit check that fails keeps the gate shut, one that passes is its evidence', async () => {
    await page.getByRole('link', { name: /^Check the fit ?: Harness fit/ }).click()
    const group = (name: RegExp | string) => page.getByRole('group', { name })
    await group(/at the neck/)
      .getByRole('radio', { name: 'Passed', exact: true })
      .check()
    await group(/behind the front legs/)
      .getByRole('radio', { name: 'Passed', exact: true })
      .check()
    await group(/Back-out test/)
      .getByRole('radio', { name: 'Did not pass' })
      .check()
    await group('Gear').getByRole('radio', { name: 'good' }).check()
    await page.getByRole('button', { name: 'Keep the check' }).click()
    await expect(page.getByText('Please fill this in.')).toBeVisible()
    await page.getByRole('radio', { name: 'Vest' }).check()
    await page.getByLabel('Brand').fill('Catwalk')
    await page.getByLabel('Weight, kg').fill('4,2')
    await page.getByRole('button', { name: 'Keep the check' }).click()
    await missing('5')
    await expect(page.getByText('did not pass: back-out test')).toBeVisible()
    await page.getByRole('link', { name: /^Check the fit ?: Harness fit/ }).click()
    await checkPage(page)
    for (const name of [/at the neck/, /behind the front legs/, /Back-out test/])
      await group(name).getByRole('radio', { name: 'Passed', exact: true }).check()
    await group('Gear').getByRole('radio', { name: 'good' }).check()
    await expect(page.getByLabel('Brand')).toHaveValue('Catwalk')
    await page.getByLabel('Weight, kg').fill('4.1')
    await page.getByRole('button', { name: 'Keep the check' }).click()
    await missing('4')
    await expect(page.getByText('by a fit check, Catwalk')).toBeVisible()
  })

  await test.step('the chip rests on a photo, which only the practice and the household see', async () => {
    await page.getByRole('link', { name: /^Write it down ?: Microchip and tag/ }).click()
    await page
      .getByLabel('Photo')
      .setInputFiles({ name: '../../tag.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
    await expect(
      page.getByText('This is not a photo or video that we can keep.', { exact: false }),
    ).toBeVisible()
    const photo = await fromPhone()
    await page.getByLabel('Photo').setInputFiles({ name: 'tag.jpg', mimeType: 'image/jpeg', buffer: photo })
    await expect(page.getByText('The photo is here.')).toBeVisible()
    await page.getByLabel('Seen by').fill('Lena')
    await checkPage(page)
    await page.getByRole('button', { name: 'Keep it' }).click()
    await missing('3')
    const shown = page.getByRole('img', { name: 'Photo: Microchip and tag' })
    await shown.scrollIntoViewIfNeeded()
    await expect(shown).toHaveJSProperty('naturalWidth', 2048)
    const address = (await shown.getAttribute('src')) ?? ''
    const mine = await page.request.get(address)
    expect(mine.headers()).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect((await mine.body()).includes('TellTale')).toBe(false)
    const home = await signIn(household.guardian.userId)
    expect((await home.request.get(address)).status()).toBe(200)
    const { makeWorld } = await import('@/db/factories/world')
    const stranger = await signIn((await makeWorld()).consultant.userId)
    const unknown = address.replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000')
    for (const there of [address, unknown, `${address}x`]) {
      const answer = await stranger.request.get(there)
      expect([answer.status(), (await answer.body()).length]).toEqual([404, 0])
    }
  })

  await test.step('the vet’s date, the site, and the escape plan read out as its steps', async () => {
    await page.getByRole('link', { name: /^Write it down ?: Vaccines/ }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(page.getByText('Please fill this in.')).toBeVisible()
    await page.getByLabel('Good until').fill(today(world).add({ days: 5 }).toString())
    await page.getByRole('button', { name: 'Keep it' }).click()
    await missing('2')
    await expect(page.getByText('ends in 5 days')).toBeVisible()
    await page.getByRole('link', { name: /^Write it down ?: Site/ }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await missing('One')
    await page.getByRole('link', { name: /^Read it out ?: Escape plan/ }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Do not chase.' })).toBeVisible()
    await checkPage(page)
    await page.getByRole('button', { name: 'Read out and agreed' }).click()
    await expect(page.getByText('Every line holds today.')).toBeVisible()
    await checkPage(page)
  })
})

test('time closes the gate again, and a record is taken back with its reason', async ({
  world,
  household,
  asConsultant,
}) => {
  await makePlan(world, household, { stageKey: 'C5' })
  await looked(world, household, 'harness_fit', { days: 30 })
  await looked(world, household, 'microchip', { months: 12, days: 1 })
  await looked(world, household, 'gear_check', { days: 1 })
  const page = await asConsultant()
  await page.goto(`/animals/${household.animalId}/safety`)
  const line = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  await expect(line('Fit: two fingers')).toContainText('ends today')
  await expect(line('Microchip registered')).toContainText('Out of date')
  await expect(line('Gear looked over')).toContainText('Out of date')

  await page.getByRole('link', { name: /^Fit: two fingers/ }).click()
  await page.getByText('Take back').click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Please fill this in.')).toBeVisible()
  await page.getByLabel('Why').fill('It was the old harness.')
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText(/by Jonas Weiss: It was the old harness\./)).toBeVisible()
  await checkPage(page)
  await page.goto(`/animals/${household.animalId}/safety`)
  await expect(line('Fit: two fingers')).toContainText('Missing')
})

test('a vet question is opened by a log and by hand, and closed with what was said', async ({
  world,
  household,
  asConsultant,
}) => {
  const planId = await makePlan(world, household, { stageKey: 'C5' })
  const { animalId } = household
  const log = () => limpsAt(world, household, planId)
  await log()
  const page = await asConsultant()
  await page.goto(`/animals/${animalId}/safety`)
  const answers = page.getByLabel('What the vet said')
  await expect(page.getByRole('link', { name: /^the session of/ })).toHaveCount(1)

  await test.step('what was seen at the visit is written down by hand, once', async () => {
    await page.getByText('Open a vet question').click()
    const form = page.getByRole('form', { name: 'Open a vet question' })
    await form.getByRole('radio', { name: 'Did not eat for 24 h' }).check()
    await form.getByLabel('When and where').fill('At the visit; the bowl was full.')
    await form.getByRole('button', { name: 'Open the question' }).click()
    await expect(page.getByText(/by Jonas Weiss: At the visit; the bowl was full\./)).toBeVisible()
    await expect(answers).toHaveCount(2)
    await checkPage(page)
  })

  await test.step('seen again meanwhile, it is read first; then each is closed with a note', async () => {
    await log()
    const limp = page.getByRole('form', { name: 'Close this question: Limp or pain' })
    await limp.getByLabel('What the vet said').fill('A torn claw, healed.')
    await limp.getByRole('button', { name: 'Close it' }).click()
    await expect(limp.getByRole('alert')).toContainText('It was seen again while you were writing.')
    await page.reload()
    await expect(page.getByRole('link', { name: /^the session of/ })).toHaveCount(2)
    await limp.getByLabel('What the vet said').fill('A torn claw, healed.')
    await limp.getByRole('button', { name: 'Close it' }).click()
    await expect(page.getByText(/by Jonas Weiss: A torn claw, healed\./)).toBeVisible()
  })
})

test('the practice lets the temperature keep animals inside', async ({ household, asBoss }) => {
  const page = await asBoss()
  await page.goto('/settings')
  await page.getByRole('checkbox', { name: /Too hot or too cold keeps animals inside/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.goto(`/animals/${household.animalId}/safety`)
  await expect(page.getByRole('heading', { name: '8 lines are missing' })).toBeVisible()
  await page.getByLabel('Read today, °C').fill('31')
  await page.getByRole('button', { name: 'Write it down', exact: true }).click()
  await expect(page.getByText('Too hot or too cold')).toBeVisible()
  await page.getByLabel('Read today, °C').fill('12,5')
  await page.getByRole('button', { name: 'Write it down', exact: true }).click()
  await expect(page.getByText('measured: 12.5 °C', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { name: '7 lines are missing' })).toBeVisible()
})
