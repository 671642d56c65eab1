import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makePlan, makeWorld, type Household, type World } from '@/db/factories/world'
import { assessment, session, stageEntry } from '@/db/schema'
import { checkPage, expect, test } from './fixtures'

/** Forty days of a plan: C3, then C4; the owner taps loose, the consultant watchful, and once it bolted. */
async function fortyDays(world: World, household: Household) {
  const { practiceId, zone, consultant, protocols } = world
  const { animalId, contactId } = household
  const today = Temporal.Now.zonedDateTimeISO(zone).toPlainDate()
  const ago = (days: number) => today.subtract({ days })
  const at = (days: number, hour: number) =>
    ago(days).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant()
  const planId = await makePlan(world, household, { stageKey: 'C3', enteredOn: ago(40) })
  const here = { practiceId, animalId, planId }
  const stageOn = (days: number) => (days > 25 ? 'C3' : 'C4')
  const days = [39, 38, 36, 35, 33, 32, 30, 29, 27, 26, 24, 23, 21, 20, 18, 17, 15, 14, 12, 10, 8, 6, 4, 2]
  const byConsultant = [35, 26, 20, 14, 6]
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(stageEntry).values({
      ...{ ...here, kind: 'advance', stageKey: 'C4', fromStageKey: 'C3', enteredOn: ago(25) },
      ...{ protocolId: protocols.cat, decidedBy: consultant.memberId },
    })
    await tx.insert(session).values(
      days.map((day) => {
        const seen = byConsultant.includes(day)
        const bolted = day === 29
        return {
          ...{ ...here, stageKey: stageOn(day), day: ago(day), startedAt: at(day, day % 2 ? 9 : 19), zone },
          source: seen ? ('consultant' as const) : ('owner' as const),
          recordedBy: seen ? consultant.memberId : contactId,
          recordedByName: seen ? consultant.name : 'Lena Berger',
          stress: bolted ? 4 : seen ? 1 : 0,
          signs: bolted ? ['panic_bolt', 'hide_long'] : seen ? ['lip_lick'] : [],
          durationSec: day % 2 ? 60 : 900 - day * 10,
          food: 'quick' as const,
          choice: 'came' as const,
          noise: day % 2 ? ('medium' as const) : ('low' as const),
          ...(seen ? { latencyApproachSec: day, latencyEatSec: 3, longestCalmSec: 120 } : {}),
        }
      }),
    )
    await tx.insert(assessment).values(
      days.flatMap((day, index) =>
        [0, 1].map((again) => ({
          ...{ ...here, stageKey: stageOn(day), asOf: ago(day), ruleSet: 'v1', cause: 'log' as const },
          ...{ recommendation: 'stay', why: 'min_days', snapshot: {}, confidence: 0.5 },
          score: index < 2 ? null : again ? 40 + index : 11,
          computedAt: at(day, 20 + again),
        })),
      ),
    )
  })
}

test('a plan over time: sentences, pictures, their tables, and a gap between two witnesses', async ({
  world,
  household,
  asConsultant,
}) => {
  test.slow()
  await fortyDays(world, household)
  const page = await asConsultant()
  const part = (name: string) => page.getByRole('region', { name })

  await test.step('from the animal’s page', async () => {
    await page.goto(`/animals/${household.animalId}`)
    await page.getByRole('link', { name: 'Over time' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Moth over time' })).toBeVisible()
    await expect(page.getByText('24 sessions on 24 days', { exact: false })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Whole plan' })).toHaveAttribute('aria-current', 'true')
  })

  await test.step('the score as it was stored, the last of each day', async () => {
    const picture = part('Readiness').getByRole('img', { name: 'Score, confidence and sessions by day' })
    await expect(picture).toHaveAccessibleDescription(
      /Leash drags indoors since .*: 50 at first, 63 now, with medium confidence\. One change of stage; one red flag/,
    )
    await part('Readiness').getByText('The same as a table').click()
    const table = part('Readiness').getByRole('table')
    await expect(table.getByRole('row')).toHaveCount(1 + 24 + 2)
    await expect(table.getByRole('row').nth(1)).toContainText('63')
    await expect(table.getByRole('row', { name: /into Leash drags indoors/ })).toBeVisible()
    await expect(table.getByRole('row', { name: /red flag/ })).toHaveCount(1)
    await expect(table.getByText('11', { exact: true })).toHaveCount(0)
    await expect(table.getByText('not enough yet')).toHaveCount(2)
  })

  await test.step('two witnesses see it differently: named, with what to do', async () => {
    const witnesses = part('Two witnesses')
    await expect(
      witnesses.getByText(
        'the owner has seen Moth one level calmer than the consultant, in Leash drags indoors. Watch one session together.',
        { exact: false },
      ),
    ).toBeVisible()
    await expect(
      witnesses.getByText('Typically the consultant has tapped watchful, the owner loose.'),
    ).toBeVisible()
  })

  await test.step('every picture has its table, and each line leads to its session', async () => {
    for (const name of [
      'Two witnesses',
      'Longest calm time',
      'Stress signs in a session',
      'Until it came, until it ate',
    ]) {
      await expect(part(name).getByRole('img').first()).toHaveAccessibleDescription(/\S/)
      await part(name).getByText('The same as a table').click()
      await expect(part(name).getByRole('table').last().getByRole('row').nth(1)).toBeVisible()
    }
    await expect(part('Longest calm time').getByText('length of a calm session').first()).toBeVisible()
    await expect(part('Until it came, until it ate').getByRole('row')).toHaveCount(6)
    await expect(
      part('Until it came, until it ate').getByText('To approach: 35 s the first time, 6 s the last.', {
        exact: false,
      }),
    ).toBeVisible()
    await checkPage(page)
  })

  await test.step('what goes well and hard, in counts', async () => {
    const context = part('What goes well, what goes hard')
    await expect(context.getByText(/^Of 24 sessions \d+ went well/)).toBeVisible()
    await expect(context.getByRole('row', { name: /^Morning/ })).toContainText('8')
    await expect(context.getByText('Under five sessions nothing is shown.', { exact: false })).toBeVisible()
  })

  await test.step('the last four weeks', async () => {
    await page.getByRole('link', { name: '4 weeks' }).click()
    await expect(page).toHaveURL(/weeks=4/)
    await expect(page.getByText('16 sessions on 16 days', { exact: false })).toBeVisible()
    await part('Longest calm time').getByText('The same as a table').click()
    await part('Longest calm time').getByRole('table').getByRole('link').first().click()
    await expect(page).toHaveURL(/sessions\//)
  })
})

test('without a plan and without sessions the page says what begins it', async ({
  world,
  household,
  asConsultant,
}) => {
  const page = await asConsultant()
  await page.goto(`/animals/${household.animalId}/progress`)
  await expect(page.getByText('Charts begin with a plan.', { exact: false })).toBeVisible()
  await checkPage(page)
  await makePlan(world, household)
  await page.reload()
  await expect(page.getByText('Days without one stay empty.', { exact: false })).toBeVisible()
})

test('neither another practice nor the owner finds it', async ({ household, signIn, asGuardian }) => {
  const elsewhere = await makeWorld()
  const strangers = [await signIn(elsewhere.consultant.userId), await asGuardian(household)]
  for (const page of strangers) {
    const answer = await page.request.get(`/animals/${household.animalId}/progress`, { maxRedirects: 0 })
    expect([404, 303, 307]).toContain(answer.status())
    expect(await answer.text()).not.toContain('over time')
  }
})
