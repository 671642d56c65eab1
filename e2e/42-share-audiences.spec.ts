import { Temporal } from 'temporal-polyfill'
import { makeMarkedHousehold, marks, openMarkedFlag, type Mark } from '@/db/factories/marked-household'
import { linkFor, madeLink } from '@/db/factories/share-link'
import { makePlan } from '@/db/factories/world'
import { revokeShareLink } from '@/lib/data/share-link'
import type { Audience } from '@/lib/domain/share/audience'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

test.use({ tolerated: [/favicon\.ico/, /404/] })

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')

test('an owner looks as a sitter would, makes the link with a PIN, and ends it', async ({
  world,
  household,
  asGuardian,
  page: sitter,
}) => {
  await makePlan(world, household, { enteredOn: today().subtract({ days: 3 }) })
  const owner = await asGuardian(household)
  await owner.goto(paths.homeShare(household.animalId))
  await owner.getByRole('link', { name: 'Sitter', exact: true }).click()
  await expect(owner.getByText('What the link shows: Sitter')).toBeVisible()
  await expect(owner.getByRole('heading', { name: 'Not to do' })).toBeVisible()
  await checkPage(owner)
  await owner.getByRole('link', { name: 'Back, and make the link' }).click()
  await expect(owner.getByRole('radio', { name: /^Sitter/ })).toBeChecked()
  await owner.getByRole('textbox', { name: 'Whom should they call?' }).fill('Lena')
  await owner.getByRole('textbox', { name: 'On which number?' }).fill('+43 316 555 010')
  await owner.getByRole('textbox', { name: /A PIN/ }).fill('12')
  await owner.getByRole('button', { name: 'Make the link' }).click()
  await expect(owner.getByText('Four to eight digits, or nothing.')).toBeVisible()
  await owner.getByRole('textbox', { name: /A PIN/ }).fill('4711')
  await owner.getByRole('button', { name: 'Make the link' }).click()
  const field = owner.getByRole('textbox', { name: 'Address' })
  await expect(field).toHaveValue(/\/s\/sl_[\w-]{43}$/)
  const address = await field.inputValue()

  const answer = await sitter.goto(address)
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'same-origin',
    'cache-control': expect.stringContaining('no-store') as unknown as string,
    'x-robots-tag': expect.stringContaining('noindex') as unknown as string,
  })
  await expect(sitter.getByRole('heading', { name: 'This link has a PIN' })).toBeVisible()
  expect(await sitter.content()).not.toMatch(/Moth|555 010/)
  await checkPage(sitter)
  await sitter.getByRole('textbox', { name: 'PIN' }).fill('4712')
  await sitter.getByRole('button', { name: 'Open' }).click()
  await expect(sitter.getByText(/^This did not open the link/).first()).toBeVisible()
  await sitter.getByRole('textbox', { name: 'PIN' }).fill('4711')
  await sitter.getByRole('button', { name: 'Open' }).click()
  await expect(sitter.getByRole('heading', { level: 1, name: 'Moth, this week' })).toBeVisible()
  await expect(sitter.getByRole('link', { name: '+43 316 555 010' })).toHaveAttribute(
    'href',
    'tel:+43316555010',
  )
  await checkPage(sitter)

  await owner.reload()
  await expect(owner.getByText(/with a PIN · opened once/)).toBeVisible()
  await owner.getByRole('button', { name: /^End now/ }).click()
  await expect(owner.getByText(/^ended on/)).toBeVisible()
  expect((await sitter.goto(address))?.status()).toBe(404)
})

test('a partner writes down how it went under a name, and the owner sees who it was', async ({
  world,
  household,
  asGuardian,
  asConsultant,
  page: partner,
  baseURL,
}) => {
  await makePlan(world, household, { enteredOn: today().subtract({ days: 3 }) })
  const now = Temporal.Now.instant()
  const { token } = await madeLink(
    household.guardian,
    linkFor(household.animalId, 'partner', { label: 'Sam' }),
    now,
  )
  await partner.goto((baseURL ?? '') + paths.share(token))
  await partner.getByText('Write down how it went').click()
  await partner.getByRole('textbox', { name: 'Who are you?' }).fill('Sam')
  await partner.locator('label.face-1').click()
  await partner.getByRole('button', { name: 'Save' }).click()
  await expect(partner.getByText('Written down. Thank you.')).toBeVisible()
  await checkPage(partner)

  const owner = await asGuardian(household)
  await owner.goto(paths.homePast(household.animalId))
  await expect(owner.getByText('Sam, by link')).toBeVisible()
  const consultant = await asConsultant()
  await consultant.goto(paths.client(household.clientId))
  await consultant.getByRole('link', { name: 'Links given out' }).click()
  await expect(consultant.getByText(/Moth · Partner · opened/)).toBeVisible()
  expect(await consultant.content()).not.toContain(token.slice(0, 10))
  await checkPage(consultant)
  await consultant.getByRole('button', { name: /^End now/ }).click()
  await expect(consultant.getByText(/^ended on/)).toBeVisible()
})

/** Audience by mark: exactly these stand on the page. A partner's log asks for every sign by its name. */
const listed: Record<Audience, readonly Mark[]> = {
  partner: ['task', 'stop', 'stage', 'flag'],
  sitter: ['task', 'stop', 'vetName'],
  vet: ['breed', 'seen', 'asked', 'flag', 'weight'],
  friend: ['stage'],
  journey: ['stage'],
}

test('each kind of link shows exactly its list: page, photo, PDF, calendar; and nothing once it is over', async ({
  world,
  request,
}) => {
  const now = Temporal.Now.instant()
  const home = await makeMarkedHousehold(world, now)
  const links = {} as Record<Audience, { token: string; linkId: string }>
  for (const audience of Object.keys(listed) as Audience[])
    links[audience] = await madeLink(home.guardian, linkFor(home.animalId, audience), now)
  const marksOn = (text: string) =>
    (Object.keys(marks) as Mark[]).filter((mark) => text.includes(marks[mark])).sort()
  for (const audience of Object.keys(listed) as Audience[]) {
    if (audience === 'vet') await openMarkedFlag(world, home)
  }
  for (const [audience, { token }] of Object.entries(links) as [Audience, { token: string }][]) {
    const rests = audience === 'partner' || audience === 'sitter'
    const page = await request.get(paths.share(token))
    expect(page.status()).toBe(200)
    const expected = listed[audience].filter((mark) => !rests || mark !== 'task')
    const seen = marksOn(await page.text())
    expect(
      seen.filter((mark) => !(rests && (mark === 'task' || mark === 'stop'))),
      audience,
    ).toEqual(expected.filter((mark) => !(rests && mark === 'stop')).toSorted())
    expect((await request.get(paths.sharePdf(token))).status(), audience).toBe(audience === 'vet' ? 200 : 404)
    expect((await request.get(`/api/calendar/${token}.ics`)).status()).toBe(404)
    for (const [name, id] of Object.entries(home.photos)) {
      const status = (await request.get(paths.sharePhoto(token, id))).status()
      expect(status, `${audience} ${name}`).toBe(audience === 'friend' && name === 'ofVisit' ? 200 : 404)
    }
  }
  for (const audience of ['friend', 'vet'] as const)
    await revokeShareLink(home.guardian, { linkId: links[audience].linkId }, now)
  const begun = Date.now()
  const gone = [
    await request.get(paths.share(links.friend.token)),
    await request.get(paths.sharePhoto(links.friend.token, home.photos.ofVisit)),
    await request.get(paths.sharePdf(links.vet.token)),
  ]
  expect(Date.now() - begun).toBeLessThan(2_000)
  expect(gone.map((one) => one.status())).toEqual([404, 404, 404])
})
