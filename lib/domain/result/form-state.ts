import type { Offer } from './result'

/** What a form knows after it was sent: errors by field, the sentence above it, and what was typed. */
export type FormState = {
  status: 'idle' | 'invalid' | 'refused' | 'conflict' | 'signedOut' | 'done'
  /** A whole sentence, already in the reader's language. */
  message?: string
  /** Sentences by field path. */
  errors: Record<string, string>
  values: Record<string, string | string[]>
  /** What stands in the database meanwhile, by field path, where somebody else was faster. */
  theirs?: Record<string, string>
  version?: number
  /** What would be possible instead; a tap sends the form again with it. */
  offers?: readonly Offer[]
  /** Counts answers, so that the same answer twice is still seen as a new one. */
  turn: number
}

export const untouched: FormState = { status: 'idle', errors: {}, values: {}, turn: 0 }

/** A form's action as components know it: they get it as a prop from the page. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
