import fs from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { makePlan } from '@/db/factories/world'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

test('an owner takes everything along, asks to be erased, and is nobody once the practice confirmed', async ({
  world,
  household,
  asGuardian,
  asBoss,
  asAssistant,
}) => {
  await makePlan(world, household)
  const owner = await asGuardian(household)
  await owner.goto(paths.account())
  await owner.getByRole('link', { name: 'Your data' }).click()
  await expect(owner.getByRole('heading', { level: 1, name: 'Your data' })).toBeVisible()
  await checkPage(owner)

  const coming = owner.waitForEvent('download')
  await owner.getByRole('button', { name: 'Download everything' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^doorstep-\d{4}-\d\d-\d\d\.zip$/)
  const files = unzipSync(fs.readFileSync(await download.path()))
  const data = JSON.parse(strFromU8(files['household.json'] ?? new Uint8Array())) as {
    household: { name: string }
    animals: { name: string }[]
  }
  expect(data).toMatchObject({ household: { name: 'Berger' }, animals: [{ name: 'Moth' }] })
  expect(Object.keys(files)).toContain('sessions.csv')

  await owner.getByRole('checkbox', { name: /I have read what goes/ }).check()
  await owner.getByRole('button', { name: 'Ask for erasure' }).click()
  await expect(owner.getByText('Nothing has gone yet.')).toBeVisible()
  await owner.getByRole('button', { name: 'Take it back' }).click()
  await owner.getByRole('checkbox', { name: /I have read what goes/ }).check()
  await owner.getByRole('button', { name: 'Ask for erasure' }).click()
  await expect(owner.getByText('Nothing has gone yet.')).toBeVisible()
  await checkPage(owner)

  const colleague = await asAssistant()
  await colleague.goto(paths.client(household.clientId))
  await expect(colleague.getByText('Whoever runs the practice answers this.')).toBeVisible()

  const boss = await asBoss()
  await boss.goto(paths.today())
  const waiting = boss.getByRole('region', { name: 'Asks to be erased' })
  await waiting.getByRole('link', { name: 'Berger' }).click()
  await expect(boss.getByRole('heading', { name: 'This household asks to be erased' })).toBeVisible()
  await checkPage(boss)
  const name = boss.getByRole('textbox', { name: 'Type the name of the household: Berger' })
  await name.fill('Somebody')
  await boss.getByRole('button', { name: 'Erase this household' }).click()
  await expect(boss.getByText('That is not the name of this household.')).toBeVisible()
  await name.fill('Berger')
  await boss.getByRole('button', { name: 'Erase this household' }).click()
  await expect(boss.getByRole('heading', { level: 1, name: /^Erased \d{4}-\d\d #1$/ })).toBeVisible()
  await expect(boss.getByText('This household was erased')).toBeVisible()
  await expect(boss.getByText('Berger')).toHaveCount(0)

  await owner.goto(paths.home())
  await expect(owner).toHaveURL(/sign-in/)
})
