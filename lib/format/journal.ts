import type { Figures } from '@/lib/domain/journal/figures'
import type { FirstTime } from '@/lib/domain/journal/first-times'
import type { Step } from '@/lib/domain/journal/steps'
import { minutes } from './dates'
import { listOf } from './list'
import { text } from './text'

/** What sessions come to, each figure beside its name; places only where one was said. */
export function figureRows({ sessions, days, calmSec, places }: Figures): [term: string, figure: string][] {
  const t = text('journal')
  const where = listOf(places.map((place) => text('observation')(`place.${place}`)))
  return [
    [t('figures.sessions'), String(sessions)],
    [t('figures.days'), String(days)],
    [t('figures.calm'), minutes(Math.floor(calmSec / 60))],
    ...(where ? [[t('figures.places'), where] satisfies [string, string]] : []),
  ]
}

/** "First ten minutes at the open door". */
export const firstTimeWords = ({ key, what, count }: FirstTime): string =>
  text('journal')(`first.${key}`, { what: what && text('home')(`met.${what}`), n: count })

/** "On to Touch and drape". */
export const stepWords = ({ kind, stageName: stage }: Step, name: string): string =>
  text('journal')(`step.${kind}`, { stage, name })

/** "Niamh (9) and Arjun (3)". */
export const peopleWords = (people: Figures['people']): string =>
  listOf(people.map(({ name, sessions: n }) => text('journal')('month.person', { name, n })))
