import type { Temporal } from 'temporal-polyfill'
import { isCalm, metIn, type LoggedSession } from '@/lib/domain/log/logged'
import { calmOf } from '@/lib/domain/progress/measured'
import { isStressful } from '@/lib/domain/readiness/kind'

/** What is remembered of a way because it was the first time, in the order in which a way usually brings it. */
export const firstTimeKeys = [
  'session',
  'came',
  'harness_5',
  'leash',
  'met',
  'calm_10',
  'hours',
  'door',
  'door_10',
  'outside',
  'led_home',
  'calm_walk',
] as const
export type FirstTimeKey = (typeof firstTimeKeys)[number]

export type FirstTime = {
  key: FirstTimeKey
  sessionId: string
  day: Temporal.PlainDate
  /** The trigger that was met, a key of the observation catalogue; '' otherwise. */
  what: string
  /** Hours of calm, all sessions together; 0 otherwise. */
  count: number
}

/** Seconds. Five minutes worn or walked and ten minutes at the door are what owners tell each other about. Ours. */
const aWhile = 300
const aLongWhile = 600
/** Hours of calm, all sessions together, that are worth a line. Ours. */
const hoursTold: readonly number[] = [1, 5, 10, 25, 50, 100]

type Told = Pick<FirstTime, 'key'> & Partial<Pick<FirstTime, 'what' | 'count'>>

/**
 * The first times in one animal's sessions, oldest first. A first time is a session without stress; a hard one
 * holds none, only the calm that was measured in it counts towards the hours. Expects the sessions that count,
 * oldest first: what comes later moves none, and one that is taken out takes its own along.
 */
export function firstTimesOf(sessions: readonly LoggedSession[]): FirstTime[] {
  const told = new Set<string>()
  const times: FirstTime[] = []
  let calmSec = 0
  for (const session of sessions) {
    const before = calmSec
    calmSec += calmOf(session)?.value ?? 0
    for (const one of [...(isWell(session) ? shownBy(session) : []), ...hoursBetween(before, calmSec)]) {
      const { key, what = '', count = 0 } = one
      const name = `${key} ${what} ${count}`
      if (told.has(name)) continue
      told.add(name)
      times.push({ key, what, count, sessionId: session.id, day: session.day })
    }
  }
  return times
}

const isWell = (session: LoggedSession) => isCalm(session) && !isStressful(session.kind)

/** Everything this session shows that can have a first time. */
function* shownBy(session: LoggedSession): Generator<Told> {
  const { stagePlace, gear, choice, tension, ended, food } = session
  const calmFor = calmOf(session)?.value ?? 0
  yield { key: 'session' }
  if (choice === 'came') yield { key: 'came' }
  if (gear !== 'none' && calmFor >= aWhile) yield { key: 'harness_5' }
  if (gear === 'leash') yield { key: 'leash' }
  if (calmFor >= aLongWhile) yield { key: 'calm_10' }
  if (stagePlace === 'threshold') yield { key: 'door' }
  if (stagePlace === 'threshold' && calmFor >= aLongWhile) yield { key: 'door_10' }
  if (stagePlace === 'outdoor') yield { key: 'outside' }
  const slack = tension === 'slack' || tension === 'brief'
  if (stagePlace === 'outdoor' && gear === 'leash' && slack && calmFor >= aWhile) yield { key: 'calm_walk' }
  if (ended === 'animal_led_home') yield { key: 'led_home' }
  if (food === 'quick' || food === 'slow' || choice === 'came')
    for (const what of metIn(session)) yield { key: 'met', what }
}

/** Every hour told that lies in what this session added. */
const hoursBetween = (before: number, after: number): Told[] =>
  hoursTold
    .filter((hours) => before < hours * 3600 && hours * 3600 <= after)
    .map((count) => ({ key: 'hours', count }))
