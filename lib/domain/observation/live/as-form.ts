import { Temporal } from 'temporal-polyfill'
import type { ProposedSession } from './propose'

/** A proposed session as the fields of its form; day and time on the wall of the animal's home. */
export function fieldsOfProposed(proposed: ProposedSession, zone: string): Record<string, string | string[]> {
  const { startedAt, ...answers } = proposed
  const began = Temporal.Instant.from(startedAt).toZonedDateTimeISO(zone)
  const said = Object.entries(answers).flatMap(([name, answer]): [string, string | string[]][] =>
    answer === undefined ? [] : [[name, Array.isArray(answer) ? answer.map(String) : String(answer)]],
  )
  return {
    ...Object.fromEntries(said),
    day: began.toPlainDate().toString(),
    time: began.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
