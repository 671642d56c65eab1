import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { emptyBody } from '@/lib/domain/note/schema'
import { amendmentsOf, amendNote } from '../amendment'
import { noteForWriting, noteWithSnippets, noteWithStandings, saveDecisions, saveNote } from '../note'
import { noteToAmend, signedNote } from '../note-read'
import { shareDraft, stopSharing } from '../note-share'
import { signNote } from '../note-sign'
import { summaryOf } from '../summary'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const animals: never[] = []

export const note: Record<string, StrangerCase> = {
  noteForWriting: (stranger, { visitId }) => noteForWriting(stranger, visitId),
  noteWithSnippets: (stranger, { visitId }) => noteWithSnippets(stranger, visitId),
  noteWithStandings: (stranger, { visitId }) => noteWithStandings(stranger, visitId, now),
  saveNote: (stranger, { visitId }) =>
    saveNote(stranger as MemberViewer, { visitId, version: 0, body: emptyBody, internal: '', animals }, now),
  saveDecisions: (stranger, { visitId }) =>
    saveDecisions(stranger as MemberViewer, { visitId, version: 0, animals }, now),
}

export const noteSign: Record<string, StrangerCase> = {
  signNote: (stranger, { visitId }) =>
    signNote(stranger as MemberViewer, { visitId, version: 0, read: true, animals }, now),
}

export const amendment: Record<string, StrangerCase> = {
  amendNote: (stranger, { visitId }) =>
    amendNote(stranger as MemberViewer, { visitId, body: 'x', reason: 'x', shown: true }, now),
  amendmentsOf: (stranger, { visitId }) => amendmentsOf(stranger, visitId),
}

export const noteShare: Record<string, StrangerCase> = {
  shareDraft: (stranger, { visitId, world }) =>
    shareDraft(stranger as MemberViewer, { visitId, memberId: world.boss.memberId }, now),
  stopSharing: (stranger, { visitId, world }) =>
    stopSharing(stranger as MemberViewer, { visitId, memberId: world.boss.memberId }),
}

export const noteRead: Record<string, StrangerCase> = {
  signedNote: (stranger, { visitId }) => signedNote(stranger, visitId),
  noteToAmend: (stranger, { visitId }) => noteToAmend(stranger, visitId, 'body.letter'),
}

export const summary: Record<string, StrangerCase> = {
  summaryOf: (stranger, { visitId }) => summaryOf(stranger, visitId),
}
