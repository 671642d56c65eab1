import type { AlternativeField, StageField } from '@/lib/domain/protocol/differences'
import { duration } from '@/lib/format/duration'
import { text } from '@/lib/format/text'

type Value = string | number | boolean | undefined

/** A field of a stage or of the indoor programme as people read it: 300 seconds are "5 min". */
export function shownValue(field: StageField | AlternativeField, value: Value): string {
  const t = text('protocol')
  if (value === undefined) {
    if (field === 'stepBackTo') return t('value.oneBefore')
    return field === 'restartAt' ? t('value.whereStopped') : t('value.none')
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
