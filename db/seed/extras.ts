import type { Temporal } from 'temporal-polyfill'
import { recordMeasure } from '@/lib/data/measure'
import { sessionsOf, voidSession } from '@/lib/data/session'
import { makeShareLink, revokeShareLink } from '@/lib/data/share-link'
import { measureSchema } from '@/lib/domain/animal/schema'
import { shareLinkSchema } from '@/lib/domain/share/schema'
import { dayOf } from '@/lib/domain/time/time'
import { must, type Happening, type StoryClock } from './clock'
import { doors } from './doors'
import type { Household } from './household'
import { lettersOfTheWeek } from './letters'
import type { Practice } from './practice'
import type { Lived } from './seed'
import { beginsCopy, publishes } from './protocols'
import { relations } from './relations'
import { asks } from './requests'
import { vetVisits } from './vet-visits'
import { writesToVet } from './vet-letters'
import { waits } from './waiting'
import { bookedTogether } from './series'
import { snippets } from './snippets'
import { writesToEachOther } from './threads'
import { slowDoorAgain } from './slow-door'
import { zone } from './story'
import type { Trained } from './training'

/** What happens beside visits and training: weights, a session sent twice, protocols. */
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
  const { mairi, jonas } = practice.staff
  const written: Happening[] = [
    { at: noon(9), what: 'publishes', run: () => publishes(clock, noon(9), mairi, slowDoorAgain) },
    { at: noon(3), what: 'copies', run: () => beginsCopy(clock, noon(3), jonas, 'rat-harness-leash') },
  ]
  const together = bookedTogether(plum, practice, clock, noon(1))
  return [
    ...lettersOfTheWeek(practice, clock, now),
    ...weights,
    sentTwice,
    together,
    asks(fig, practice, clock, noon(1)),
    waits(find('Miso'), practice, clock, noon(1)),
    ...written,
    ...writesToEachOther(find, clock, noon(2)),
    ...shared(find, clock, noon),
    ...relations(find, clock, noon),
    ...doors(find, clock, noon),
    ...vetVisits(find, clock, noon),
    writesToVet(find('Käthe'), clock, noon(1)),
    ...snippets(practice, clock, noon(40)),
  ]
}

type Found = { household: Household; animal: Trained }

/** Links to an animal's progress: two that hold, one that is over, one that was taken back. */
function shared(
  find: (name: string) => Found,
  clock: StoryClock,
  noon: (ago: number) => Temporal.Instant,
): Happening[] {
  const links = [
    { name: 'Miso', by: 'owner', audience: 'vet', label: 'Meadow Walk Vets', ago: 12, days: 60 },
    {
      name: 'Bramble',
      by: 'consultant',
      audience: 'sitter',
      label: 'Ben, while Fiona is away',
      ago: 9,
      days: 30,
    },
    { name: 'Captain', by: 'owner', audience: 'journey', label: 'The library talk', ago: 24, days: 7 },
    { name: 'Fig', by: 'owner', audience: 'friend', label: 'Grandmother', ago: 15, days: 30, revokedAgo: 3 },
  ] as const
  return links.flatMap((link): Happening[] => {
    const { household, animal } = find(link.name)
    const viewerOf = () => (link.by === 'owner' ? household.seenBy(0, [animal.id]) : household.consultant)
    let linkId = ''
    const made = noon(link.ago)
    const making: Happening = {
      at: made,
      what: 'shares',
      run: async () => {
        const viewer = viewerOf()
        const form = shareLinkSchema.parse({
          animalId: animal.id,
          ...{ audience: link.audience, label: link.label, callName: 'Fiona', callPhone: '0131 496 0117' },
          days: String(link.days),
        })
        linkId = await clock.at(
          made,
          viewer,
          async () => must(await makeShareLink(viewer, form, made), link.label).linkId,
        )
      },
    }
    if (!('revokedAgo' in link)) return [making]
    const ended = noon(link.revokedAgo)
    const ending: Happening = {
      at: ended,
      what: 'takes a link back',
      run: async () => {
        const viewer = viewerOf()
        await clock.at(ended, viewer, async () =>
          must(await revokeShareLink(viewer, { linkId }, ended), link.label),
        )
      },
    }
    return [making, ending]
  })
}
