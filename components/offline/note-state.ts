import type { Difference } from '@/lib/domain/sync/merge'
import type { Owner } from '@/lib/domain/sync/queue'
import type { Fields } from '@/lib/domain/sync/said'

/** What the page may say of the note that is being written. */
export type NoteState = {
  is:
    | 'quiet'
    | 'writing'
    | 'sending'
    | 'saved'
    | 'onThisPhone'
    | 'signedOut'
    | 'differs'
    | 'signed'
    | 'refused'
    | 'otherTab'
    | 'notHere'
  /** Fields that cannot be read as they are: only in the form so far. */
  unread?: boolean
  /** Others wrote in other fields meanwhile; the page does not show it yet. */
  behind?: boolean
  differences?: Difference[]
}

/** The note as the page was given it. */
export type KeptNote = {
  owner: Owner
  visitId: string
  /** As the page was drawn. */
  version: number
  fields: Fields
  /** A page that the server just drew for this person; not one that was kept. */
  sure: boolean
  /** Lays what else this device knows over the fields it begins with. */
  begunWith?: ((fields: Fields) => Promise<Fields>) | undefined
}

export type Keeping = {
  stop: () => void
  /** What a person made of the differences, field by field. */
  decide: (chosen: Fields) => Promise<void>
}
