import { expect, test } from 'vitest'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { practiceSchema } from '@/lib/domain/practice/schema'
import { NotFound } from '@/lib/domain/result/result'
import { practiceSettings, saveSettings } from './practice'

const change = (more: Record<string, string> = {}) =>
  practiceSchema.parse({
    ...{
      version: '1',
      name: 'O’Hara’s “Slow” Cats 🐈',
      zone: 'America/New_York',
      units: 'imperial',
      paper: 'letter',
    },
    ...{ email: 'hello@example.test', phone: '+1 555 0100', baseStreet: 'Elm 1', baseTown: 'Ithaca' },
    ...{ base: '42.44, -76.5', dayStart: '07:00', dayEnd: '15:30', ...more },
  })

test('settings are saved as they were typed', async () => {
  const world = await makeWorld()
  expect(await saveSettings(world.boss, change())).toMatchObject({ ok: true })
  expect(await practiceSettings(world.consultant)).toMatchObject({
    ...{ name: 'O’Hara’s “Slow” Cats 🐈', zone: 'America/New_York', units: 'imperial', paper: 'letter' },
    ...{ base: '42.44, -76.5', dayStart: '07:00', dayEnd: '15:30', version: 2 },
  })
})

test('the later of two tabs is told what stands and loses nothing', async () => {
  const world = await makeWorld()
  await saveSettings(world.boss, change())
  const late = await saveSettings(world.boss, change({ name: 'Mine', base: '' }))
  expect(late).toMatchObject({
    ok: false,
    reason: 'errors.conflict',
    version: 2,
    theirs: { name: 'O’Hara’s “Slow” Cats 🐈', base: '42.44, -76.5' },
  })
  expect(await saveSettings(world.boss, change({ name: 'Mine', version: '2' }))).toMatchObject({ ok: true })
})

test('only a practice owner saves; a household sees no settings', async () => {
  const world = await makeWorld()
  const { guardian } = await makeHousehold(world)
  expect(await saveSettings(world.assistant, change())).toMatchObject({ reason: 'errors.notAllowed' })
  await expect(practiceSettings(guardian)).rejects.toThrow(NotFound)
})
