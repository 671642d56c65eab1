import { bodyLevel } from '@/lib/domain/observation/body'
import { redEvents, type BodyLevel } from '@/lib/domain/observation/vocabulary'
import type { ReadinessInput, ReadinessSession } from './types'

const redEventSet: ReadonlySet<string> = new Set(redEvents)

/** A session that counts, with what the signs and the calendar add to it. */
export interface SeenSession {
  session: ReadinessSession
  /** Whole days between the session and the day of the assessment, never negative. */
  age: number
  level: BodyLevel
  red: boolean
}

/**
 * The sessions that count, oldest first (day, order within the day, id by code unit). An id sent twice counts
 * once, the later element of the list wins; then voided sessions, other animals and the future are left out.
 */
export function readSessions({
  animal,
  asOf,
  sessions,
}: Pick<ReadinessInput, 'animal' | 'asOf' | 'sessions'>): SeenSession[] {
  const byId = new Map<string, ReadinessSession>()
  for (const session of sessions) byId.set(session.id, session)
  const seen: SeenSession[] = []
  for (const session of byId.values()) {
    if (session.voided || session.animal !== animal || session.day > asOf) continue
    const level = bodyLevel(session.stress ?? 0, session.signs ?? [])
    seen.push({ session, age: asOf - session.day, level, red: level === 4 || hasRedEvent(session) })
  }
  return seen.sort(byTime)
}

/** Sessions of this stage since it was entered. */
export function ofThisStage(
  seen: readonly SeenSession[],
  stageKey: string,
  enteredDay: number,
): SeenSession[] {
  return seen.filter(({ session }) => session.stage === stageKey && session.day >= enteredDay)
}

/** The last n or as many as exist, oldest first. */
export function lastOf<T>(list: readonly T[], n: number): readonly T[] {
  return list.slice(Math.max(0, list.length - n))
}

function hasRedEvent(session: ReadinessSession): boolean {
  return session.events?.some((event) => redEventSet.has(event)) ?? false
}

function byTime({ session: a }: SeenSession, { session: b }: SeenSession): number {
  return a.day - b.day || (a.seq ?? 0) - (b.seq ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
