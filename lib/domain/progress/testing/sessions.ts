import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  noiseLevels,
  places,
  sessionSources,
  timeBands,
  triggers,
  weathers,
  type BodyLevel,
} from '@/lib/domain/observation/vocabulary'
import { sessionKinds } from '@/lib/domain/readiness/types'
import type { ProgressSession } from '../session'

export const today = Temporal.PlainDate.from('2026-05-14')
export const daysAgo = (days: number) => today.subtract({ days })

/** A loose session of the owner's today, with what a test says otherwise. */
export const sessionOf = (said: Partial<ProgressSession> = {}): ProgressSession => ({
  id: 's',
  day: today,
  seq: 1,
  band: 'evening',
  stageKey: 'C3',
  source: 'owner',
  tapped: 0,
  level: 0,
  kind: 'pass',
  signs: 0,
  durationSec: 120,
  longestCalmSec: null,
  latencyApproachSec: null,
  latencyEatSec: null,
  noise: null,
  place: null,
  triggers: [],
  weather: null,
  temperatureC: null,
  ...said,
})

const level = fc.integer({ min: 0, max: 4 }).map((value) => value as BodyLevel)
const seconds = fc.option(fc.nat({ max: 7200 }))

const anySession: fc.Arbitrary<ProgressSession> = fc.record({
  id: fc.uuid(),
  day: fc.nat({ max: 90 }).map(daysAgo),
  seq: fc.nat({ max: 1_000_000 }),
  band: fc.constantFrom(...timeBands),
  stageKey: fc.constantFrom('C3', 'C4'),
  source: fc.constantFrom(...sessionSources),
  tapped: level,
  level,
  kind: fc.constantFrom(...sessionKinds),
  signs: fc.nat({ max: 6 }),
  durationSec: seconds,
  longestCalmSec: seconds,
  latencyApproachSec: seconds,
  latencyEatSec: seconds,
  noise: fc.option(fc.constantFrom(...noiseLevels)),
  place: fc.option(fc.constantFrom(...places)),
  triggers: fc.uniqueArray(fc.constantFrom<string>(...triggers), { maxLength: 3 }),
  weather: fc.option(fc.constantFrom(...weathers)),
  temperatureC: fc.option(fc.integer({ min: -15, max: 40 })),
})

/** Sessions of ninety days, no two with the same place in the order. */
export const anySessions = fc.uniqueArray(anySession, { selector: ({ seq }) => seq, maxLength: 40 })

/** The same list twice, in any two orders. */
export const inTwoOrders = anySessions.chain((sessions) =>
  fc.tuple(
    fc.constant(sessions),
    fc.shuffledSubarray(sessions, { minLength: sessions.length, maxLength: sessions.length }),
  ),
)
