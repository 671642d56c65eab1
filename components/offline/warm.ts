import { loadedFor } from '@/components/form/resolver'

/** Loads what forms and words would load on first use, a slanted line its letters: without a signal it is too late. */
export const warm = (): Promise<unknown> =>
  Promise.all([
    loadedFor('noteDraft'),
    loadedFor('recordedSession'),
    loadedFor('ownerLog'),
    import('@/components/log/keep-log'),
    import('./note-keeper'),
    import('@/components/live/device-taps'),
    ...[...document.fonts].map((face) => face.load()),
    import('@/components/photo/photo-desk'),
  ])
