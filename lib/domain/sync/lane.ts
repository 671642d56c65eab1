import type { Operation } from './operation'

/** What has to arrive in the order it was done; what is in another lane does not wait for it. */
export function laneOf(operation: Operation): string {
  switch (operation.kind) {
    case 'save_draft':
    case 'amend_note':
      return `note ${operation.visitId}`
    // A session is held to the taps that were kept before it.
    case 'record_session':
      return `animal ${operation.session.animalId}`
    case 'append_events':
      return `animal ${operation.animalId}`
    // Of several logs one may be refused, and holds up no other.
    case 'log_homework':
      return `log ${operation.session.id}`
    // One that is refused holds up no other; they are sent in the order they were taken all the same.
    case 'add_photo':
      return `photo ${operation.photoId}`
  }
}
