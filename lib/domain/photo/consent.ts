import { allowsFilms, allowsPhotos, asksForRecording, type ConsentAnswer } from '@/lib/domain/client/consents'
import type { PhotoConsent } from './pages'

/** What a household's answers come to, in the order they were given. */
export const consentFrom = (answers: readonly ConsentAnswer[]): PhotoConsent => ({
  pictures: allowsPhotos(answers),
  films: allowsFilms(answers),
  ask: asksForRecording(answers),
})
