import { isCalm, metIn, type LoggedSession } from './logged'

/** The one sentence after a log; a key of the home catalogue under `said`. */
export const saidKeys = [
  'red',
  'came_back',
  'stopped_in_time',
  'said_no',
  'refused_food',
  'met_hard',
  'leash_hard',
  'hard',
  'not_interested',
  'walked_off',
  'short',
  'not_measured',
  'met_calm',
  'came_and_ate',
  'came',
  'joined',
  'slack',
  'ate_at_once',
  'sign',
  'led_home',
  'lasted',
  'reps',
  'calm',
] as const
export type SaidKey = (typeof saidKeys)[number]

export type Said = {
  key: SaidKey
  /** A trigger, a sign or a recovery, as a key of the observation catalogue; '' where the sentence has none. */
  what: string
  seconds: number
  /** Repetitions that went well, and of how many. */
  ok: number
  of: number
}

/**
 * What this one session showed, in the words of what was tapped: never praise without its reason. A hard
 * session is told by what was done well in it; a red one is left to what is to be done now.
 */
export function saidOf(session: Shown): Said {
  const { durationSec, repsOk, repsTotal } = session
  const [key, what = ''] = chosen(session)
  return { key, what, seconds: durationSec ?? 0, ok: repsOk ?? 0, of: repsTotal ?? 0 }
}

type Shown = Omit<LoggedSession, 'id' | 'day' | 'stageName' | 'stagePlace' | 'gear' | 'source'>
type Chosen = [SaidKey, string?]

function chosen(session: Shown): Chosen {
  if (session.kind === 'red') return ['red']
  if (session.kind === 'stress_fail') return ofHardSession(session)
  return session.kind === 'criterion_fail' ? ofShortSession(session) : ofGoodSession(session)
}

function ofHardSession(session: Shown): Chosen {
  const { recovery, ended, choice, food, tension, signs } = session
  const [met] = metIn(session)
  if (!isCalm(session) && (recovery === '<30s' || recovery === '<2m')) return ['came_back', recovery]
  if (ended === 'stopped_by_person') return ['stopped_in_time', signs[0] ?? '']
  if (choice === 'avoided' || ended === 'animal_decided') return ['said_no']
  if (met) return ['met_hard', met]
  if (food === 'refused') return ['refused_food']
  if (tension === 'steady' || tension === 'sudden') return ['leash_hard']
  return ['hard', signs[0] ?? '']
}

function ofShortSession({ food, choice, durationSec, repsOk }: Shown): Chosen {
  if (choice === 'walked_off' || choice === 'avoided') return ['walked_off']
  if (food === 'sniffed') return ['not_interested']
  return durationSec === null && repsOk === null ? ['not_measured'] : ['short']
}

function ofGoodSession(session: Shown): Chosen {
  const { choice, food, tension, ended, durationSec, repsOk } = session
  const [met] = metIn(session)
  const sign = session.goodSigns.find((one) => one !== 'purrs')
  if (met) return ['met_calm', met]
  if (choice === 'came' && food === 'quick') return ['came_and_ate']
  if (choice === 'came') return ['came']
  if (ended === 'animal_led_home') return ['led_home']
  if (sign) return ['sign', sign]
  if (choice === 'hesitated_joined') return ['joined']
  if (tension === 'slack') return ['slack']
  if (food === 'quick') return ['ate_at_once']
  if (repsOk !== null) return ['reps']
  return durationSec !== null && durationSec > 0 ? ['lasted'] : ['calm']
}
