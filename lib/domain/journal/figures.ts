import { places, type Place } from '@/lib/domain/observation/vocabulary'
import type { LoggedSession } from '@/lib/domain/log/logged'
import { calmOf } from '@/lib/domain/progress/measured'

/** What some sessions come to. None of it can be missed: it only ever grows. */
export type Figures = {
  sessions: number
  /** On how many days. */
  days: number
  /** Seconds of calm; at least, since a time that was tapped counts from its lower end. */
  calmSec: number
  /** In the order of the vocabulary. */
  places: Place[]
  /** Who wrote them down, the one who wrote most first. */
  people: { name: string; sessions: number }[]
}

export function figuresOf(sessions: readonly LoggedSession[]): Figures {
  const by = new Map<string, number>()
  for (const { recordedByName: name } of sessions) by.set(name, (by.get(name) ?? 0) + 1)
  return {
    sessions: sessions.length,
    days: new Set(sessions.map(({ day }) => day.toString())).size,
    calmSec: sessions.reduce((sum, session) => sum + (calmOf(session)?.value ?? 0), 0),
    places: places.filter((place) => sessions.some((session) => session.place === place)),
    people: [...by]
      .map(([name, count]) => ({ name, sessions: count }))
      .sort((a, b) => b.sessions - a.sessions || a.name.localeCompare(b.name)),
  }
}
