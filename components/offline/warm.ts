import { loadedFor } from '@/components/form/resolver'

/** Loads what the forms would load on first use: without a signal it is too late. */
export const warm = (): Promise<unknown> =>
  Promise.all([loadedFor('noteDraft'), loadedFor('recordedSession'), import('./note-keeper')])
