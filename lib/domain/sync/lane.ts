import type { Operation } from './operation'

/** What has to arrive in the order it was done; what is in another lane does not wait for it. */
export function laneOf(operation: Operation): string {
  switch (operation.kind) {
    case 'save_draft':
    case 'amend_note':
      return `note ${operation.visitId}`
    case 'record_session':
      return `sessions ${operation.session.animalId}`
    case 'append_events':
    case 'finish_observation':
      return `taps ${operation.observationId}`
    case 'attach_photo':
      return `photo ${operation.photoId}`
  }
}
