import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { bodyLevelKey } from '@/lib/domain/observation/body'
import type { SessionRow } from '@/lib/domain/session/row'
import { dayInYear, time } from '@/lib/format/dates'
import { duration } from '@/lib/format/duration'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'

/** Everything that was written down about one session; what was not seen is left out. */
export function SessionFacts({ session }: { session: SessionRow }) {
  return <DescriptionList rows={[...seenRows(session), ...aroundRows(session)]} />
}

type Rows = (readonly [ReactNode, ReactNode])[]
const words = (set: string, keys: readonly string[]) =>
  keys.map((key) => text('observation')(`${set}.${key}`)).join(', ')
const word = (set: string, key: string | null) => (key === null ? null : text('observation')(`${set}.${key}`))
const timed = (seconds: number | null) => (seconds === null ? null : duration(seconds))

function seenRows(s: SessionRow): Rows {
  const t = text('session')
  const o = text('observation')
  const level = o(`body.${bodyLevelKey(s.level)}.label`)
  const raised =
    s.level > s.tapped &&
    t('signsRaised', {
      tapped: inSentence(o(`body.${bodyLevelKey(s.tapped)}.label`)),
      level: inSentence(level),
    })
  return [
    [o('field.body'), raised ? `${level}. ${raised}` : level],
    [o('field.signs'), words('sign', s.signs)],
    [o('field.goodSigns'), words('sign', s.goodSigns)],
    [o('field.duration'), timed(s.durationSec)],
    [
      t('repsOk'),
      s.repsOk === null || s.repsTotal === null ? null : t('of', { ok: s.repsOk, total: s.repsTotal }),
    ],
    [o('field.food'), word('food', s.food)],
    [o('field.choice'), word('choice', s.choice)],
    [o('field.recovery'), word('recovery', s.recovery)],
    [o('field.tension'), word('tension', s.tension)],
    [o('field.ended'), word('ended', s.ended)],
    [o('field.events'), words('event', s.events)],
    [o('field.health'), words('health', s.health)],
  ]
}

function aroundRows(s: SessionRow): Rows {
  const o = text('observation')
  const met = [words('trigger', s.triggers), word('triggerDistance', s.triggerDistance)].filter(Boolean)
  return [
    [o('field.startedAt'), `${dayInYear(s.day, 'UTC')}, ${time(s.startedAt.toPlainTime(), 'UTC')}`],
    [o('field.exercise'), s.exercise],
    [o('field.place'), word('place', s.place)],
    [o('field.triggers'), met.join(', ')],
    [o('field.noise'), word('noise', s.noise)],
    [o('field.weather'), word('weather', s.weather)],
    [o('field.temperatureC'), s.temperatureC],
    [o('field.ownerMood'), word('ownerMood', s.ownerMood)],
    [o('field.latencyApproachSec'), s.latencyApproachSec],
    [o('field.latencyEatSec'), s.latencyEatSec],
    [o('field.latencyStepSec'), s.latencyStepSec],
    [o('field.longestCalmSec'), s.longestCalmSec],
    [o('field.cssStart'), s.cssStart],
    [o('field.cssPeak'), s.cssPeak],
    [o('field.cssEnd'), s.cssEnd],
    [o('field.note'), s.note && <bdi>{s.note}</bdi>],
  ]
}
