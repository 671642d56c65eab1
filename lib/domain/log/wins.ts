import type { Temporal } from 'temporal-polyfill'
import { isCalm, metIn, type LoggedSession } from './logged'

/** What counts as a win, the rarest first: a session shows the first that holds. Ours. */
export const winKeys = [
  'first_outdoors',
  'first_at_door',
  'trigger_calm',
  'longest_calm',
  'recovered',
  'came',
  'first_pass',
  'slack_leash',
  'ate_at_once',
  'led_home',
  'good_sign',
  'sessions',
] as const
export type WinKey = (typeof winKeys)[number]

export type Win = {
  key: WinKey
  sessionId: string
  day: Temporal.PlainDate
  stageName: string
  /** The trigger met or the good sign seen, a key of its catalogue; '' otherwise. */
  what: string
  /** Seconds of the longest calm time, or the number of sessions. */
  count: number
}

type Found = { key: WinKey; what?: string; count?: number }

/** A calm time is a record from here on, and only when it is a quarter longer than the one before. Ours. */
const shortestRecordSec = 60
const recordStep = 1.25
/** Numbers of sessions worth saying. Ours. */
const roundNumbers: readonly number[] = [10, 25, 50, 100, 200, 365, 500]

/**
 * The wins in one animal's sessions, newest first, at most one a session. Each is told once: the first time in
 * a stage, of a trigger or a sign, or a new record. A red session holds none; hard ones only that it came back.
 * Expects the sessions that count, oldest first.
 */
export function winsOf(sessions: readonly LoggedSession[]): Win[] {
  const told = new Set<string>()
  const first = (name: string) => {
    if (told.has(name)) return false
    told.add(name)
    return true
  }
  let longest = 0
  const wins: Win[] = []
  for (const [index, session] of sessions.entries()) {
    if (session.kind === 'red') continue
    const found: Found[] = [...firstTimes(session, first)]
    const calmFor = isCalm(session) ? (session.durationSec ?? 0) : 0
    if (calmFor >= shortestRecordSec && calmFor >= longest * recordStep) {
      if (longest > 0) found.push({ key: 'longest_calm', count: calmFor })
      longest = calmFor
    }
    if (roundNumbers.includes(index + 1)) found.push({ key: 'sessions', count: index + 1 })
    const best = rarest(found)
    if (best)
      wins.push({
        what: '',
        count: 0,
        ...best,
        sessionId: session.id,
        day: session.day,
        stageName: session.stageName,
      })
  }
  return wins.reverse()
}

/** Everything this session is the first of, whether or not it is shown: a second time is never told as a first. */
function* firstTimes(session: LoggedSession, first: (name: string) => boolean): Generator<Found> {
  const { stageName, stagePlace, kind, recovery, choice, tension, food, ended } = session
  if (kind === 'pass' && stagePlace === 'outdoor' && first('outdoors')) yield { key: 'first_outdoors' }
  if (kind === 'pass' && stagePlace === 'threshold' && first('door')) yield { key: 'first_at_door' }
  if (kind === 'pass' && first(`pass ${stageName}`)) yield { key: 'first_pass' }
  if (!isCalm(session)) {
    if (session.level === 2 && recovery === '<30s' && first(`back ${stageName}`)) yield { key: 'recovered' }
    return
  }
  if (food === 'quick' || food === 'slow' || choice === 'came') {
    for (const what of metIn(session)) if (first(`met ${what}`)) yield { key: 'trigger_calm', what }
  }
  if (choice === 'came' && first(`came ${stageName}`)) yield { key: 'came' }
  if (tension === 'slack' && first(`slack ${stageName}`)) yield { key: 'slack_leash' }
  if (food === 'quick' && first(`ate ${stageName}`)) yield { key: 'ate_at_once' }
  if (ended === 'animal_led_home' && first('led home')) yield { key: 'led_home' }
  for (const what of session.goodSigns)
    if (what !== 'purrs' && first(`sign ${what}`)) yield { key: 'good_sign', what }
}

const rarest = (found: readonly Found[]): Found | undefined =>
  found.toSorted((a, b) => winKeys.indexOf(a.key) - winKeys.indexOf(b.key))[0]
