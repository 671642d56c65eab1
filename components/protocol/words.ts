import type { AlternativeField, StageField } from '@/lib/domain/protocol/differences'
import type { PublishedVersion } from '@/lib/domain/protocol/pages'
import type { Stage } from '@/lib/domain/protocol/protocol'
import { dayInYear } from '@/lib/format/dates'
import { duration } from '@/lib/format/duration'
import { text } from '@/lib/format/text'

type Value = string | number | boolean | undefined

/** A field of a stage or of the indoor programme as people read it: 300 seconds are "5 min". */
export function shownValue(field: StageField | AlternativeField, value: Value): string {
  const t = text('protocol')
  if (value === undefined) {
    if (field === 'stepBackTo') return t('value.oneBefore')
    return field === 'restartAt' ? t('value.firstTrained') : t('value.none')
  }
  switch (field) {
    case 'targetSec':
      return value === 0 ? t('value.none') : duration(Number(value))
    case 'minDays':
    case 'minSessionDays':
    case 'reviewDays':
      return t('value.days', { count: Number(value) })
    case 'place':
      return t(`value.place.${value}`)
    case 'leash':
    case 'gate':
      return t(`value.${field}`, { on: String(value) })
    default:
      return value === '' ? t('value.none') : String(value)
  }
}

/** What one session aims at: "5 min and 5 turns", or a dash at an intake. */
export function shownTarget({ targetSec, reps }: Pick<Stage, 'targetSec' | 'reps'>): string {
  const t = text('protocol')
  if (reps === undefined) return targetSec === 0 ? t('dash') : duration(targetSec)
  return targetSec === 0
    ? t('turns', { count: reps })
    : t('targetReps', { target: duration(targetSec), reps })
}

/** Since when a version is there, and by whom. */
export const publication = ({ publishedBy, publishedAt }: PublishedVersion, zone: string): string =>
  publishedBy === null
    ? text('protocol')('asShipped')
    : text('protocol')('published', { date: dayInYear(publishedAt, zone), name: publishedBy })
