import type { Answer, Verdict } from '../answer'
import { textOfOperation } from '../envelope'
import { mergeInto } from '../merge'
import type { AddPhoto, Operation } from '../operation'
import type { Owner } from '../queue'
import { saidIn, type Fields, type Said } from '../said'

// A server of the simplest kind, to hold the queue against: everything in memory, one request at a time.

export type Request = { key: string; owner: Owner; operation: Operation }
export type Applied = { key: string; field: string; replaced: Said; said: Said }
export type ModelNote = { version: number; fields: Fields; signed: boolean; log: Applied[] }

/** Mistakes a server could make; the property has to notice each. */
export type Fault = 'forgets what it saved' | 'forgets what it refused' | 'lets the last one win'

export class ModelServer {
  readonly notes = new Map<string, ModelNote>()
  /** In the order in which they were taken, by lane and key. */
  readonly events: { key: string; id: string }[] = []
  readonly sessions: { key: string; id: string }[] = []
  readonly photos: string[] = []
  readonly amendments: { key: string; visitId: string; body: string }[] = []
  private readonly receipts = new Map<string, { text: string; verdict: Verdict }>()

  constructor(private readonly fault?: Fault) {}

  note(visitId: string): ModelNote {
    const note = this.notes.get(visitId) ?? { version: 0, fields: {}, signed: false, log: [] }
    this.notes.set(visitId, note)
    return note
  }

  handle({ key, owner, operation }: Request, signedIn: Owner | null): Answer {
    if (!signedIn) return { state: 'signedOut' }
    if (signedIn.userId !== owner.userId) return { state: 'otherPerson' }
    if (operation.kind === 'add_photo') return this.addPhoto(operation.photoId)
    const text = textOfOperation(operation)
    const before = this.receipts.get(key)
    if (before)
      return before.text === text ? before.verdict : { state: 'refused', reason: 'sync.otherContent' }
    const verdict = this.take(key, operation)
    const forgotten = verdict.state === 'saved' ? 'forgets what it saved' : 'forgets what it refused'
    if (this.fault !== forgotten) this.receipts.set(key, { text, verdict })
    return verdict
  }

  private take(key: string, operation: Exclude<Operation, AddPhoto>): Verdict {
    switch (operation.kind) {
      case 'save_draft':
        return this.save(key, operation)
      case 'amend_note':
        this.amendments.push({ key, visitId: operation.visitId, body: operation.body })
        return { state: 'saved' }
      case 'append_events':
        this.events.push(...operation.events.map(({ id }) => ({ key, id })))
        return { state: 'saved' }
      case 'record_session':
      case 'log_homework':
        this.sessions.push({ key, id: operation.session.id })
        return { state: 'saved' }
    }
  }

  /** Its door keeps no receipts: what a photo is called says whether it is there. */
  private addPhoto(photoId: string): Verdict {
    if (this.fault === 'forgets what it saved' || !this.photos.includes(photoId)) this.photos.push(photoId)
    return { state: 'saved' }
  }

  private save(key: string, operation: Extract<Operation, { kind: 'save_draft' }>): Verdict {
    const note = this.note(operation.visitId)
    if (note.signed) return { state: 'signed' }
    const standing = note.fields
    const { differences, ...merged } = mergeInto(standing, operation.changes)
    const wins = this.fault === 'lets the last one win'
    if (differences.length > 0 && !wins) {
      const theirs = Object.fromEntries(differences.map((one) => [one.field, one.theirs]))
      return { state: 'differs', version: note.version, theirs }
    }
    const forced = Object.fromEntries(differences.map((one) => [one.field, one.mine]))
    const fields = { ...merged.fields, ...forced }
    for (const { field } of operation.changes) {
      note.log.push({ key, field, replaced: saidIn(standing, field), said: saidIn(fields, field) })
    }
    const behind = note.version !== operation.baseVersion
    Object.assign(note, { fields, version: note.version + 1 })
    return { state: 'saved', version: note.version, behind }
  }
}
