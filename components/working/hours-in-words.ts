import type { DayHours } from '@/lib/domain/scheduling/working-time'
import { text } from '@/lib/format/text'

/** "09:00–17:00, break 12:00–12:45". */
export function hoursInWords({ start, end, breaks }: DayHours): string {
  const t = text('working')
  const rests = breaks.map((one) => `${one.start}–${one.end}`).join(', ')
  return rests === '' ? t('hours', { start, end }) : t('hoursAndBreaks', { start, end, breaks: rests })
}
