import { noiseLevels, places, timeBands, triggers, weathers } from '@/lib/domain/observation/vocabulary'
import type { SessionKind } from '@/lib/domain/readiness/types'
import type { ProgressSession } from './session'

/** Fewer sessions than these say nothing about a circumstance. Ours. */
export const fewestSessions = 5

/** Degrees Celsius from which a band begins; 0 and 27 are those of the safety list, the others are ours. */
export const temperatureBands = ['below_0', 'from_0', 'from_10', 'from_20', 'over_27'] as const
const temperatureBandOf = (c: number): (typeof temperatureBands)[number] =>
  c > 27 ? 'over_27' : c >= 20 ? 'from_20' : c >= 10 ? 'from_10' : c >= 0 ? 'from_0' : 'below_0'

/** The circumstances in order, each with the values it can have and those of one session. */
const circumstances = {
  timeBand: { values: timeBands, of: ({ band }) => [band] },
  place: { values: places, of: ({ place }) => [place] },
  noise: { values: noiseLevels, of: ({ noise }) => [noise] },
  trigger: { values: triggers, of: ({ triggers }) => [...new Set(triggers)] },
  weather: { values: weathers, of: ({ weather }) => [weather] },
  temperature: {
    values: temperatureBands,
    of: ({ temperatureC }) => [temperatureC === null ? null : temperatureBandOf(temperatureC)],
  },
} as const satisfies Record<
  string,
  { values: readonly string[]; of: (session: ProgressSession) => readonly (string | null)[] }
>
export type Circumstance = keyof typeof circumstances
export const circumstanceKeys = Object.keys(circumstances) as Circumstance[]

/** Passed; calm but short or not interested; stressful or red. They add up to `sessions`. */
export type Outcome = { well: number; short: number; hard: number; sessions: number }
export type ContextRow = Outcome & { key: string }
export type Context = { circumstance: Circumstance; rows: ContextRow[] }

const outcomeOf: Record<SessionKind, 'well' | 'short' | 'hard'> = {
  pass: 'well',
  criterion_fail: 'short',
  stress_fail: 'hard',
  red: 'hard',
}

/** How many sessions went well, short and hard. */
export function outcomesOf(sessions: readonly Pick<ProgressSession, 'kind'>[]): Outcome {
  const counted: Outcome = { well: 0, short: 0, hard: 0, sessions: sessions.length }
  for (const { kind } of sessions) counted[outcomeOf[kind]]++
  return counted
}

/** Outcomes by every value of a circumstance that was written down, in the order of the vocabulary. */
export function countsBy(circumstance: Circumstance, sessions: readonly ProgressSession[]): ContextRow[] {
  const { values, of } = circumstances[circumstance]
  return values.flatMap((key) => {
    const met = sessions.filter((session) => of(session).some((value) => value === key))
    return met.length === 0 ? [] : [{ key, ...outcomesOf(met) }]
  })
}

/** What can be compared: values with at least five sessions, of circumstances that have two such values. */
export function contextOf(sessions: readonly ProgressSession[]): Context[] {
  return circumstanceKeys
    .map((circumstance) => ({
      circumstance,
      rows: countsBy(circumstance, sessions).filter((row) => row.sessions >= fewestSessions),
    }))
    .filter(({ rows }) => rows.length > 1)
}

/** A share of sessions that went well this much apart is worth a sentence; counts, not causes. Ours. */
const tellingShare = 0.25
export type Contrast = { circumstance: Circumstance; best: ContextRow; hardest: ContextRow }

/** The circumstance whose values differ most in how often it goes well; null where none differs by a quarter. */
export function contrastOf(context: readonly Context[]): Contrast | null {
  const share = ({ well, sessions }: Outcome) => well / sessions
  let widest: Contrast | null = null
  for (const { circumstance, rows } of context) {
    const [hardest, ...more] = [...rows].sort((a, b) => share(a) - share(b))
    const best = more.at(-1)
    if (!hardest || !best) continue
    const apart = share(best) - share(hardest)
    const before = widest ? share(widest.best) - share(widest.hardest) : tellingShare
    if (apart > before || (apart === before && !widest)) widest = { circumstance, best, hardest }
  }
  return widest
}
