import { Temporal } from 'temporal-polyfill'
import { markOf, type DayMark } from '@/lib/domain/log/week'
import type { LoggedSession } from '@/lib/domain/log/logged'
import type { Progress } from '@/lib/domain/log/progress'
import type { PaperSize } from '@/lib/domain/paper/sheet'
import { liveEntries, planState, type PlanState } from '@/lib/domain/plan/state'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Stage } from '@/lib/domain/protocol/protocol'
import { stageOf } from '@/lib/domain/protocol/stage'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { JournalPhoto } from './journal'

/** What a month on paper is made of: a page for each animal. */
export type MonthOnPaper = {
  month: Temporal.PlainYearMonth
  today: Temporal.PlainDate
  practiceName: string
  practicePhone: string | null
  paper: PaperSize
  animals: AnimalOfMonth[]
}
export type AnimalOfMonth = {
  id: string
  name: string
  species: Species
  coat: string
  photoId: string | null
  progress: Progress
  /** Pictures of the month, oldest first. */
  photos: JournalPhoto[]
  /** The last thing the consultant wrote to the household in this month, about a visit to this animal. */
  letter: { words: string; from: string } | null
}

export type MonthDay = { day: Temporal.PlainDate; mark: DayMark; sessions: LoggedSession[] }

/** A month from "2026-11"; anything else, or a month centuries off, is none. */
export function monthFrom(text: string): Temporal.PlainYearMonth | undefined {
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text) ? Temporal.PlainYearMonth.from(text) : undefined
}

/** The weeks of a month from Monday; null stands before its first day and after its last. */
export function weeksOf(
  month: Temporal.PlainYearMonth,
  sessions: readonly LoggedSession[],
  today: Temporal.PlainDate,
): (MonthDay | null)[][] {
  const first = month.toPlainDate({ day: 1 })
  const before = first.dayOfWeek - 1
  const count = Math.ceil((before + month.daysInMonth) / 7)
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const at = week * 7 + weekday - before
      if (at < 0 || at >= month.daysInMonth) return null
      const day = first.add({ days: at })
      const of = sessions.filter((session) => session.day.equals(day))
      return { day, mark: markOf(of, day, today), sessions: of }
    }),
  )
}

/** Where a plan stood when a month was over, or stands now: its state, and the stage where it has one. */
export function stoodAt(
  { entries, protocol: pinned, versions }: Pick<AnimalStanding, 'entries' | 'protocol' | 'versions'>,
  on: Temporal.PlainDate,
): { state: PlanState; stage: Stage | null } | null {
  const until = liveEntries(entries).filter(
    ({ enteredOn }) => Temporal.PlainDate.compare(Temporal.PlainDate.from(enteredOn), on) <= 0,
  )
  if (until.length === 0) return null
  const state = planState(until, pinned.alternative)
  return { state, stage: stageOf(versions[state.protocolId] ?? pinned, state.stageKey) }
}

/** Whole sentences up to so many letters; a first one that is longer ends in an ellipsis at a word. */
export function shortened(words: string, most: number): string {
  const all = words.replace(/\s+/g, ' ').trim()
  if (all.length <= most) return all
  const kept = all.slice(0, most + 1)
  const end = Math.max(...['. ', '! ', '? ', '… '].map((mark) => kept.lastIndexOf(mark)))
  return end > most / 3
    ? kept.slice(0, end + 1)
    : `${kept.slice(0, kept.lastIndexOf(' ') + 1 || most).trimEnd()}…`
}

/** Up to so many photos spread over the month, its first and its last among them. */
export function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from(
    { length: most },
    (_, at) => all[Math.round((at * (all.length - 1)) / (most - 1))],
  ).filter((one): one is T => one !== undefined)
}
