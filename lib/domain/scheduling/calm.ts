import { Temporal } from 'temporal-polyfill'
import { v1 } from '@/lib/domain/readiness/rules/v1'
import { dayNumber, dayOf } from '@/lib/domain/time/time'
import { minute, type Span } from './span'
import type { WallTime } from './working-time'

const hour = 60 * minute

export const calmRules = ['vetVisit', 'feeding', 'coolDown'] as const
export type CalmRule = (typeof calmRules)[number]

/** What a practice keeps between a visit and what upsets a cat, or feeds it. */
export type CalmSettings = {
  /** Hours on either side of a visit at the vet's, 0 to 168. */
  vetHours: number
  /** Hours since the last meal until a treat is worth something, 0 to 12. */
  hungryHours: number
  /** Local days of rest after a red flag, the day itself counted, 0 to 14. */
  coolDownDays: number
}

/** Until a practice says otherwise. All ours; the rest is the one readiness keeps. */
export const ourCalmSettings: CalmSettings = { vetHours: 48, hungryHours: 3, coolDownDays: v1.restDays }

export type AtTheVet = { day: string; at: WallTime | null }

export type CalmAnimal = {
  id: string
  /** Visits at the vet's, on the wall of its home; without a time the whole day counts. */
  vetVisits: readonly AtTheVet[]
  /** When it is fed, every day, on the wall of its home. */
  meals: readonly WallTime[]
  /** Local days of its red flags, in days since 1970-01-01. */
  redFlagDays: readonly number[]
}

/** A reason to choose another time, with the name of the rule; whoever books may answer it with a reason. */
export type CalmWarning =
  /** `hours`: whole ones between the two; `apart`: how many there should be. */
  | ({ rule: 'vetVisit'; animalId: string; hours: number; apart: number } & AtTheVet)
  /** `hungry`: from when on it would do, epoch milliseconds. */
  | { rule: 'feeding'; animalId: string; meal: WallTime; hungry: number }
  /** `until`: the first local day that would do, "2026-05-14". */
  | { rule: 'coolDown'; animalId: string; until: string }

/** What speaks against a visit at that time for the animals to be worked, in the zone of their home. */
export function calmWarnings(
  visit: Span,
  animals: readonly CalmAnimal[],
  zone: string,
  settings: CalmSettings = ourCalmSettings,
): CalmWarning[] {
  return animals.flatMap((animal) => [
    ...vetWarnings(visit, animal, zone, settings),
    ...feedingWarnings(visit, animal, zone, settings),
    ...coolDownWarnings(visit, animal, zone, settings),
  ])
}

function vetWarnings(
  visit: Span,
  { id, vetVisits }: CalmAnimal,
  zone: string,
  { vetHours }: CalmSettings,
): CalmWarning[] {
  const [nearest] = vetVisits
    .map((vet) => {
      const { from, until } = spanAtTheVet(vet, zone)
      return { ...vet, gap: Math.max(visit.from - until, from - visit.until, 0) }
    })
    .toSorted((a, b) => a.gap - b.gap)
  if (!nearest || nearest.gap >= vetHours * hour) return []
  const { day, at, gap } = nearest
  return [{ rule: 'vetVisit', animalId: id, day, at, hours: Math.floor(gap / hour), apart: vetHours }]
}

function spanAtTheVet({ day, at }: AtTheVet, zone: string): Span {
  const date = Temporal.PlainDate.from(day)
  const moment = (day: Temporal.PlainDate, plainTime?: WallTime) =>
    day.toZonedDateTime({ timeZone: zone, ...(plainTime ? { plainTime } : {}) }).epochMilliseconds
  return at === null
    ? { from: moment(date), until: moment(date.add({ days: 1 })) }
    : { from: moment(date, at), until: moment(date, at) }
}

function feedingWarnings(
  { from }: Span,
  { id, meals }: CalmAnimal,
  zone: string,
  { hungryHours }: CalmSettings,
): CalmWarning[] {
  const today = dayOf(Temporal.Instant.fromEpochMilliseconds(from), zone)
  const eaten = [today, today.subtract({ days: 1 })].flatMap((day) =>
    meals.map((meal) => ({
      meal,
      at: day.toZonedDateTime({ timeZone: zone, plainTime: meal }).epochMilliseconds,
    })),
  )
  const last = eaten.filter(({ at }) => at <= from).toSorted((a, b) => b.at - a.at)[0]
  const hungry = last && last.at + hungryHours * hour
  return last && hungry !== undefined && from < hungry
    ? [{ rule: 'feeding', animalId: id, meal: last.meal, hungry }]
    : []
}

function coolDownWarnings(
  { from }: Span,
  { id, redFlagDays }: CalmAnimal,
  zone: string,
  { coolDownDays }: CalmSettings,
): CalmWarning[] {
  const day = dayOf(Temporal.Instant.fromEpochMilliseconds(from), zone)
  const number = dayNumber(day)
  const flags = redFlagDays.filter((flag) => flag <= number && number - flag < coolDownDays)
  if (flags.length === 0) return []
  const over = Math.max(...flags) + coolDownDays
  return [{ rule: 'coolDown', animalId: id, until: day.add({ days: over - number }).toString() }]
}
