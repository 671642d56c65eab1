import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { makeHousehold, makePlan, makeWorld } from '@/db/factories/world'
import { whatChanged } from '@/lib/domain/journal/since'
import { ownerLogSchema } from '@/lib/domain/log/schema'
import { NotFound } from '@/lib/domain/result/result'
import { homeOf } from './home'
import { lookAtHome } from './home-look'
import { setHomework } from './homework'
import { recordSession } from './session'

const day = Temporal.PlainDate.from('2026-05-10')
const at = (time: string) => Temporal.Instant.from(`2026-05-14T${time}:00Z`)
const item = { exercise: 'Buckle', sentences: ['Harness on, dinner down.'], dose: 'Once', good: '', stop: '' }

/** Moments of the database itself, which is when rows say they were written. */
const ago = (minutes: number) => Temporal.Now.instant().subtract({ minutes })

async function atHome() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  await makePlan(world, household, { enteredOn: day })
  const said = { animalId: household.animalId, stress: '0', durationBand: '5_to_10min', food: 'quick' }
  const log = (now: Temporal.Instant) =>
    recordSession(household.guardian, ownerLogSchema.parse({ ...said, id: randomUUID() }), now)
  return { world, household, ...household, log }
}

test('a page that is asked for is no look; a look is the person’s own, and looks of one sitting are one', async () => {
  const { world, household, guardian } = await atHome()
  const seen = async () => (await homeOf(guardian, at('12:00'))).lookedAt?.toString() ?? null
  expect([await seen(), await seen()]).toEqual([null, null])
  await lookAtHome(guardian, at('08:00'))
  await lookAtHome(guardian, at('08:20'))
  expect(await seen()).toBe('2026-05-14T08:20:00Z')
  await lookAtHome(guardian, at('12:00'))
  expect(await seen()).toBe('2026-05-14T08:20:00Z')

  const other = await makeHousehold(world, { name: 'Else', animal: 'Ash' })
  expect((await homeOf(other.guardian, at('12:00'))).lookedAt).toBeNull()
  await expect(lookAtHome(world.consultant, at('08:00'))).rejects.toThrow(NotFound)
  const sharing = { ...guardian, contactId: other.contactId }
  await expect(lookAtHome(sharing, at('08:00'))).rejects.toThrow(NotFound)
  expect(await homeOf(household.guardian, at('12:00'))).toMatchObject({ animals: [{ name: 'Moth' }] })
})

test('what was written after the last look is told with who wrote it; else the last visit is what counts', async () => {
  const { world, guardian, animalId, log } = await atHome()
  const changed = async (now: Temporal.Instant) => {
    const { animals, lookedAt } = await homeOf(guardian, now)
    const [animal] = animals
    return animal ? whatChanged(animal, null, lookedAt) : null
  }
  await log(ago(0))
  expect((await changed(ago(0)))?.when.is).toBe('start')

  await lookAtHome(guardian, ago(120))
  await setHomework(world.consultant, { animalId, noteId: undefined, items: [item] }, ago(0))
  expect(await changed(ago(0))).toMatchObject({
    when: { is: 'look' },
    homeworkBy: 'Jonas Weiss',
    figures: { sessions: 1, people: [{ name: 'Lena Berger', sessions: 1 }] },
  })
  await lookAtHome(guardian, ago(-60))
  expect((await changed(ago(-120)))?.when.is).toBe('start')
})

test('the same homework set again is not new; other words are', async () => {
  const { world, guardian, animalId } = await atHome()
  const set = (words: string, minutes: number) =>
    setHomework(
      world.consultant,
      { animalId, noteId: undefined, items: [{ ...item, sentences: [words] }] },
      ago(minutes),
    )
  const newHomework = async () => {
    const { animals, lookedAt } = await homeOf(guardian, ago(0))
    return animals[0] && whatChanged(animals[0], null, lookedAt)?.homeworkBy
  }
  await set('Harness on, dinner down.', 300)
  await lookAtHome(guardian, ago(120))
  await set('Harness on, dinner down.', 60)
  expect(await newHomework()).toBeNull()
  await set('Harness on, dinner down.', 50)
  await set('Harness on, a few steps.', 40)
  expect(await newHomework()).toBe('Jonas Weiss')
})
