import fc from 'fast-check'
import {
  choices,
  endings,
  foods,
  healthSignKeys,
  redEvents,
  signs,
  tensions,
  triggerDistances,
  triggers,
  type BodyLevel,
} from '../../vocabulary'
import type { LiveEvent, Tap } from '../event'
import { milestones } from '../milestones'

/** The id of the nth event of a test. */
export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Half past ten on a Tuesday in May; instants of the tests are counted from it. */
export const t0 = 1_778_581_800_000

/** Taps of one device at seconds after t0: `[[0, tap], [8, tap]]`. */
export function tapsOf(
  device: string,
  firstId: number,
  taps: readonly (readonly [number, Tap])[],
): LiveEvent[] {
  return taps.map(([second, tap], counter) => ({
    ...tap,
    id: idOf(firstId + counter),
    device,
    counter,
    at: t0 + Math.round(second * 1000),
  }))
}

const levels: readonly BodyLevel[] = [0, 1, 2, 3, 4]

export const anyTap: fc.Arbitrary<Tap> = fc.oneof(
  fc.constant<Tap>({ what: 'start' }),
  fc.constantFrom(...endings).map((ended): Tap => ({ what: 'stop', ended })),
  fc.constant<Tap>({ what: 'stop' }),
  fc.constantFrom(...levels).map((level): Tap => ({ what: 'body', level })),
  fc.constantFrom(...signs).map((sign): Tap => ({ what: 'sign', sign })),
  fc.constant<Tap>({ what: 'recovered' }),
  fc.boolean().map((on): Tap => ({ what: 'gear', on })),
  fc.constantFrom(...milestones).map((of): Tap => ({ what: 'cue', of })),
  fc.constantFrom(...milestones).map((milestone): Tap => ({ what: 'reached', milestone })),
  fc.constantFrom(...foods).map((food): Tap => ({ what: 'food', food })),
  fc.constantFrom(...choices).map((choice): Tap => ({ what: 'choice', choice })),
  fc.constantFrom(...tensions).map((tension): Tap => ({ what: 'leash', tension })),
  fc
    .record(
      {
        trigger: fc.constantFrom(...triggers),
        distance: fc.constantFrom(...triggerDistances),
        metres: fc.double({ min: 0, max: 500, noNaN: true }),
      },
      { requiredKeys: ['trigger'] },
    )
    .map((met): Tap => ({ what: 'trigger', ...met })),
  fc.constantFrom(...redEvents).map((event): Tap => ({ what: 'red', event })),
  fc.constantFrom(...healthSignKeys).map((sign): Tap => ({ what: 'health', sign })),
  fc.boolean().map((ok): Tap => ({ what: 'trial', ok })),
)

/** Random taps of three devices within `span` milliseconds, a tenth of them undone, instants often shared. */
export const anyStream = (span = 240, most = 60): fc.Arbitrary<LiveEvent[]> =>
  fc
    .array(
      fc.record({
        tap: fc.oneof(
          { weight: 9, arbitrary: anyTap },
          { weight: 1, arbitrary: fc.nat(most).map((n): Tap => ({ what: 'undo', of: idOf(n) })) },
        ),
        device: fc.constantFrom('phone', 'tablet', 'helper'),
        at: fc.nat(span),
      }),
      { maxLength: most },
    )
    .map((rows) =>
      rows.map(({ tap, device, at }, n) => ({ ...tap, id: idOf(most - n), device, counter: n, at: t0 + at })),
    )

/** Taps spread over an hour and a half, so that minutes and bands are reached. */
export const longStream = anyStream(5_400_000, 80)
