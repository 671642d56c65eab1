import type { Temporal } from 'temporal-polyfill'
import { recordMeasure } from '@/lib/data/measure'
import { sessionsOf, voidSession } from '@/lib/data/session'
import { measureSchema } from '@/lib/domain/animal/schema'
import { dayOf } from '@/lib/domain/time/time'
import { must, type Happening, type StoryClock } from './clock'
import type { Practice } from './practice'
import type { Lived } from './seed'
import { zone } from './story'

/** What happens beside visits and training: weights, a session sent twice. */
export function extras(
  lived: readonly Lived[],
  practice: Practice,
  clock: StoryClock,
  now: Temporal.Instant,
): Happening[] {
  const noon = (ago: number) =>
    dayOf(now, zone).subtract({ days: ago }).toPlainDateTime('12:40').toZonedDateTime(zone).toInstant()
  const find = (name: string) => {
    const home = lived.find(({ animals }) => animals.some(({ story }) => story.name === name))
    const animal = home?.animals.find(({ story }) => story.name === name)
    if (!home || !animal) throw new Error(`nobody is called ${name}`)
    return { household: home.household, animal }
  }
  const { assistant } = practice.staff
  const plum = find('Professor Plum')
  const weights = (
    [
      [37, 469],
      [30, 472],
      [23, 470],
      [9, 474],
      [2, 477],
    ] as const
  ).map(([ago, grams]): Happening => ({
    at: noon(ago),
    what: 'weighs',
    run: async () => {
      const form = {
        animalId: plum.animal.id,
        takenOn: dayOf(noon(ago), zone).toString(),
        weight: String(grams / 1000),
      }
      await clock.at(noon(ago), assistant, async () =>
        must(await recordMeasure(assistant, measureSchema.parse(form), noon(ago)), 'a weight'),
      )
    },
  }))
  const fig = find('Fig')
  const at = noon(4)
  const sentTwice: Happening = {
    at,
    what: 'takes back',
    run: async () => {
      const viewer = fig.household.seenBy(0, [fig.animal.id])
      await clock.at(at, viewer, async () => {
        await fig.animal.trains(5, at.subtract({ minutes: 30 }), viewer)
        const [latest] = await sessionsOf(viewer, fig.animal.id, 1)
        if (!latest) throw new Error('the session that was sent twice is not there')
        must(
          await voidSession(viewer, { sessionId: latest.id, reason: 'Finn and I both wrote it down.' }, at),
          'voiding',
        )
      })
    },
  }
  return [...weights, sentTwice]
}
