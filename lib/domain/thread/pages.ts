import type { Temporal } from 'temporal-polyfill'
import type { UrgentKind } from './urgent'

/** What a message can become: something to speak of at the next visit, or words in the note of one. */
export const messageUses = ['agenda', 'note'] as const
export type MessageUse = (typeof messageUses)[number]

export type ThreadMessage = {
  id: string
  seq: number
  /** Written by whoever looks. */
  mine: boolean
  side: 'household' | 'practice'
  by: string
  at: Temporal.Instant
  words: string
  urgent: UrgentKind[]
  photo: { id: string; width: number; height: number } | null
  /** People of the other side, and when they first saw it. */
  reads: { by: string; at: Temporal.Instant }[]
  /** For those who work here: what became of it. */
  uses: { kind: MessageUse; visitId: string | null; done: boolean }[]
}

/** How a practice takes messages. */
export type ThreadRule = {
  awayNote: string
  awayUntil: Temporal.PlainDate | null
  /** Messages of a household in a month; null: nobody counts. */
  monthly: number | null
}

export type Thread = {
  clientId: string
  household: string
  /** Of the home. */
  zone: string
  practice: { name: string; phone: string | null }
  animals: string[]
  /** The oldest first. */
  messages: ThreadMessage[]
  /** Whether there are older ones. */
  more: boolean
  /** Names what the next message is sent under: the viewer's last one, so that sending twice is once. */
  sendKey: string
  rule: ThreadRule
  /** Of the household this month, urgent ones left out. */
  usedThisMonth: number
}

/** A thread in a list: what was said last, and how much of it waits. */
export type ThreadLine = {
  clientId: string
  household: string
  by: string
  at: Temporal.Instant
  words: string
  withPhoto: boolean
  /** Messages of the household that nobody answered and the viewer has not read. */
  unread: number
  /** An urgent one that nobody answered. */
  urgent: boolean
}

/** Something to speak of at a visit. */
export type AgendaItem = {
  messageId: string
  /** Where it stands in its thread. */
  seq: number
  clientId: string
  words: string
  withPhoto: boolean
  by: string
  at: Temporal.Instant
  doneAt: Temporal.Instant | null
}
