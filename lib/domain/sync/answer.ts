import type { Said } from './said'

/** Final: what the server made of an operation. The same key gets the same again. */
export type Verdict =
  /** `version` of the draft after it; `behind`: others had changed it since this device looked. */
  | { state: 'saved'; version?: number; behind?: boolean }
  /** Nothing was written: others made something else of these fields. */
  | { state: 'differs'; version: number; theirs: Record<string, Said> }
  /** Nothing was written: the note was signed meanwhile. */
  | { state: 'signed' }
  /** Nothing was written and the same would be refused again: a key of the catalogue says why. */
  | { state: 'refused'; reason: string; fields?: Record<string, string> }

/** What a device hears. */
export type Answer =
  | Verdict
  /** No answer, or one that may be better next time. `after`: seconds the server asks for. */
  | { state: 'later'; after?: number }
  /** Nobody is signed in, or somebody else. */
  | { state: 'signedOut' }
  | { state: 'otherPerson' }

/** The status an answer travels with. */
export const statusOf: Record<Answer['state'], number> = {
  saved: 200,
  differs: 409,
  signed: 409,
  refused: 422,
  later: 503,
  signedOut: 401,
  otherPerson: 403,
}

/** Where a verdict of ours may stand: the queue's own door answers as above, that of photos as HTTP would. */
const verdicts: Record<Verdict['state'], readonly number[]> = {
  saved: [200, 201],
  differs: [409],
  signed: [409],
  refused: [400, 404, 413, 422],
}

/**
 * An HTTP answer as the queue reads it. Only our own words are final: a page of a proxy, a login screen, a
 * half body or a version that is not there yet all mean later, and cost nothing but time.
 */
export function answerFrom(status: number, body: unknown, retryAfter: string | null = null): Answer {
  if (status === 401) return { state: 'signedOut' }
  const state = typeof body === 'object' && body !== null && 'state' in body ? body.state : undefined
  if (status === 403 && state === 'otherPerson') return { state }
  if (typeof state === 'string' && Object.hasOwn(verdicts, state))
    if (verdicts[state as Verdict['state']].includes(status)) return body as Verdict
  const after = Number(retryAfter ?? '')
  return after > 0 ? { state: 'later', after } : { state: 'later' }
}
