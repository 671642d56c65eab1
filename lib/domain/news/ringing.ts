import { Temporal } from 'temporal-polyfill'
import type { Matter } from './kinds'

/** What somebody chose; the hours are on the clock of their place, and no quiet where both are the same. */
export type NewsChoice = {
  /** Matters that do not stand in the list, and so ring nothing either. */
  hidden: readonly string[]
  /** Matters that stand in the list and ring nothing. */
  silent: readonly string[]
  quietFrom: number
  quietUntil: number
  /** Whether a flag rings in quiet hours as well. */
  flagsAnytime: boolean
}

/** From nine in the evening to eight in the morning nothing rings unless somebody chose so. Ours. */
export const usualChoice: NewsChoice = {
  hidden: [],
  silent: [],
  quietFrom: 21,
  quietUntil: 8,
  flagsAnytime: false,
}

/** Hours after which nobody is rung for it any more: whoever looks will find it. Ours. */
export const ringWithinHours = 24

type Due = { matter: Matter; dueAt: Temporal.Instant }

/** When a device is to be rung for a piece of news: `now`, later, or never (null). `zone` is of the person's place. */
export function whenToRing(
  { matter, dueAt }: Due,
  choice: NewsChoice,
  now: Temporal.Instant,
  zone: string,
): Temporal.Instant | null {
  if (choice.hidden.includes(matter) || choice.silent.includes(matter)) return null
  if (Temporal.Instant.compare(now, dueAt.add({ hours: ringWithinHours })) >= 0) return null
  const local = now.toZonedDateTimeISO(zone)
  if ((matter === 'flags' && choice.flagsAnytime) || !isQuiet(choice, local.hour)) return now
  const today = local.toPlainDate()
  const day = local.hour < choice.quietUntil ? today : today.add({ days: 1 })
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: choice.quietUntil } }).toInstant()
}

/** Seconds for which a service keeps it for a phone that is off: by then the list is as near. Ours. */
export const longestKept = 12 * 3600

/** A device rings, and a service may keep that for so many seconds; or it is looked at again `then`, if ever. */
export type Turn = { rings: true; kept: number } | { rings: false; then: Temporal.Instant | null }

/** What a device does now for what its person has not read. What a service keeps is not shown in quiet hours either. */
export function turnOf(
  unread: readonly Due[],
  choice: NewsChoice,
  now: Temporal.Instant,
  zone: string,
): Turn {
  const moments = unread.flatMap((due) => whenToRing(due, choice, now, zone) ?? [])
  const [first] = moments.toSorted((a, b) => Temporal.Instant.compare(a, b))
  if (!first?.equals(now)) return { rings: false, then: first ?? null }
  const atAnyHour =
    choice.flagsAnytime &&
    unread.some((due) => due.matter === 'flags' && whenToRing(due, choice, now, zone) !== null)
  const quiet = atAnyHour ? null : quietBegins(choice, now, zone)
  const untilQuiet = quiet ? Math.floor(now.until(quiet).total('seconds')) : longestKept
  return { rings: true, kept: Math.min(longestKept, untilQuiet) }
}

/** When the next quiet hours begin after a moment outside them; null where there are none. */
export function quietBegins(
  { quietFrom, quietUntil }: NewsChoice,
  now: Temporal.Instant,
  zone: string,
): Temporal.Instant | null {
  if (quietFrom === quietUntil) return null
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const begins = [0, 1].map((days) =>
    today
      .add({ days })
      .toZonedDateTime({ timeZone: zone, plainTime: { hour: quietFrom } })
      .toInstant(),
  )
  return begins.find((moment) => Temporal.Instant.compare(moment, now) > 0) ?? null
}

/** Hours run over midnight where they end earlier than they begin. */
function isQuiet({ quietFrom, quietUntil }: NewsChoice, hour: number): boolean {
  if (quietFrom === quietUntil) return false
  return quietFrom < quietUntil
    ? hour >= quietFrom && hour < quietUntil
    : hour >= quietFrom || hour < quietUntil
}
