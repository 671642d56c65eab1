'use server'
import { amendNote } from '@/lib/data/amendment'
import { saveDecisions, saveNote } from '@/lib/data/note'
import { shareDraft, stopSharing } from '@/lib/data/note-share'
import { signNote } from '@/lib/data/note-sign'
import { keepSnippet, removeSnippet } from '@/lib/data/snippet'
import { sendSummary } from '@/lib/data/summary-mail'
import {
  amendmentSchema,
  draftShareSchema,
  noteDecisionsSchema,
  noteDraftSchema,
  noteSignatureSchema,
  summaryToSendSchema,
} from '@/lib/domain/note/schema'
import { snippetKey, snippetSchema } from '@/lib/domain/note/snippet'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const saveNoteDraft = defineAction({
  as: 'member',
  schema: noteDraftSchema,
  verb: saveNote,
  then: (visitId) => paths.decideNote(visitId),
})

export const saveNoteDecisions = defineAction({
  as: 'member',
  schema: noteDecisionsSchema,
  verb: saveDecisions,
  then: (visitId) => paths.signNote(visitId),
})

export const signVisitNote = defineAction({
  as: 'member',
  schema: noteSignatureSchema,
  verb: signNote,
  then: (visitId) => paths.summary(visitId),
})

export const shareNoteDraft = defineAction({
  as: 'member',
  schema: draftShareSchema,
  verb: shareDraft,
  then: (visitId) => paths.note(visitId),
})

/** Whoever gives a draft back has no way to it any more. */
export const stopSharingDraft = defineAction({
  as: 'member',
  schema: draftShareSchema,
  verb: stopSharing,
  then: ({ visitId, givenBack }) => (givenBack ? paths.visit(visitId) : paths.note(visitId)),
})

export const amendVisitNote = defineAction({
  as: 'member',
  schema: amendmentSchema,
  verb: amendNote,
  then: (visitId) => paths.readNote(visitId),
})

export const keepPracticeSnippet = defineAction({
  as: 'member',
  schema: snippetSchema,
  verb: keepSnippet,
  then: () => paths.snippets(),
})

export const removePracticeSnippet = defineAction({
  as: 'member',
  schema: snippetKey,
  verb: removeSnippet,
  then: () => paths.snippets(),
})

export const sendVisitSummary = defineAction({
  as: 'member',
  schema: summaryToSendSchema,
  verb: sendSummary,
  said: 'summary.sent',
})
