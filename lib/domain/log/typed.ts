import { Temporal } from 'temporal-polyfill'
import { dayOf } from '@/lib/domain/time/time'
import { daysToChoose } from './questions'
import { justNow } from './schema'

export type Typed = Record<string, string | string[]>
/** Answers of a log that was begun and not saved, and when the last of them was given, ISO 8601. */
export type TypedLog = { typed: Typed; at: string }

/** For how long "just now" still is, and another tap on Save means the same log: minutes. Ours. */
const nowLasts = 60

/**
 * What the form of a log begins with when it was left half way. Once its last answer is an hour ago, "just now"
 * becomes the day and time of it, and the log gets an id of its own again: by then it may be told of another session,
 * which must never pass for one that is saved. Null where its day is further back than a log may be.
 */
export function typedAgain({ typed, at }: TypedLog, zone: string, now: Temporal.Instant): Typed | null {
  const left = Temporal.Instant.from(at)
  const { id, ...answers } = typed
  const isOld = now.since(left).total('minutes') > nowLasts
  const isNow = (typed.day ?? justNow) === justNow
  const again: Typed = {
    ...answers,
    ...(isOld && isNow ? wallOf(left, zone) : {}),
    ...(isOld || id === undefined ? {} : { id }),
  }
  const days = daysToChoose(dayOf(now, zone)).map(String)
  return again.day === undefined || [justNow, ...days].includes(String(again.day)) ? again : null
}

function wallOf(instant: Temporal.Instant, zone: string) {
  const wall = instant.toZonedDateTimeISO(zone)
  return { day: wall.toPlainDate().toString(), time: wall.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
