import type { Language } from '@/lib/domain/account/locale'
import type { Species } from '@/lib/domain/observation/vocabulary'

/** What is printed: the owner's summary, the sheet for the fridge, the day, the search, the letter to the vet, a month. */
export const sheetKinds = ['visit', 'fridge', 'day', 'lost', 'vet', 'month'] as const
export type SheetKind = (typeof sheetKinds)[number]
export const isSheetKind = (word: string): word is SheetKind =>
  (sheetKinds as readonly string[]).includes(word)

export type PaperSize = 'a4' | 'letter'

/** A piece of paper as plain data: every word in its language, every day and figure in words. Rendered twice, as a page and as PDF. */
export type Sheet = {
  kind: SheetKind
  /** Of what the app says on it; what people wrote is as they wrote it. */
  language: Language
  title: string
  author: string
  paper: PaperSize
  /** Each begins on a page of its own, and is a bookmark. */
  parts: SheetPart[]
  /** Stands at the foot of every page, beside its number. */
  foot: string
}

export type SheetPart = {
  name: string
  blocks: SheetBlock[]
  fit: SheetFit
}

/**
 * One page: in the largest type that fits, as shares of the usual size. What is too long in the least of them runs on
 * in the usual size where it may, and else stays in the least.
 */
export type SheetFit = { most: number; least: number; runsOn: boolean }

export type SheetCode = { value: string; label: string; note: string }
export type SheetPortrait = { species: Species; coat: string; photoId: string | null; name: string }
/** A step of the way: taken, stood upon, next, or later. */
export type SheetStep = { key: string; name: string; state: 'done' | 'here' | 'next' | 'far' }
/** A day of a month: what it was, by look and by word; `aside` stands beside its number. */
export type SheetDay = {
  day: string
  aside: string
  mark: 'practised' | 'hard' | 'rest' | 'ahead'
  words: string[]
}
export type SheetPhoto = { photoId: string; label: string; caption: string }
export type SheetLogColumn = { head: string; boxes: string[]; width: 'narrow' | 'wide' | 'usual' }
export type SheetStop = {
  at: string
  until: string
  leave: string
  way: string
  name: string
  place: string
  facts: [term: string, words: string][]
  animals: { name: string; stage: string; state: string; words: string }[]
}

export type SheetBlock =
  | { is: 'letterhead'; practice: string; from: string; code: SheetCode | null }
  | { is: 'name'; name: string; lines: string[]; portrait: SheetPortrait | null }
  | { is: 'title'; words: string; lines: string[] }
  /** The one sentence that decides. */
  | { is: 'say'; words: string }
  /** In somebody's own words. */
  | { is: 'quote'; words: string }
  | { is: 'heading'; words: string }
  | { is: 'subheading'; words: string }
  | { is: 'words'; words: string; strong: boolean }
  | { is: 'steps'; items: string[] }
  | { is: 'points'; items: string[] }
  | { is: 'figures'; rows: [term: string, figure: string][] }
  /** What somebody has to know, word beside word. */
  | { is: 'facts'; rows: [term: string, words: string][] }
  | { is: 'columns'; left: SheetBlock[]; right: SheetBlock[] }
  /** What has to be found first: in a frame. */
  | { is: 'stop'; head: string; words: string; items: string[]; species: Species }
  | { is: 'way'; label: string; species: Species; steps: SheetStep[]; door: number }
  | { is: 'log'; caption: string; dayHead: string; days: string[]; columns: SheetLogColumn[] }
  /** The weeks of a month from Monday; null where a week begins or ends in another one. */
  | { is: 'month'; caption: string; heads: string[]; weeks: (SheetDay | null)[][] }
  /** A few photos side by side; one whose file is gone leaves no gap. */
  | { is: 'photos'; photos: SheetPhoto[] }
  | { is: 'picture'; portrait: SheetPortrait; label: string }
  /** Something large to read from afar. */
  | { is: 'call'; head: string; lines: string[] }
  | { is: 'stops'; stops: SheetStop[] }
  | { is: 'fine'; words: string }
