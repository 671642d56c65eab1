import type { Attention } from '@/lib/domain/caseload/reasons'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { relativeDay } from './dates'
import { text } from './text'

/** One reason for attention with its days, in a few words. */
export function reasonWords({ reason, days }: Attention, standing: AnimalStanding, zone: string): string {
  const { redFlagOn, today } = standing
  const day = redFlagOn ? relativeDay(redFlagOn, today, zone) : ''
  const values = { day, days: reason === 'safety' ? Math.max(-1, days ?? 0) : (days ?? 0) }
  return text('caseload')(`reason.${reason}`, values)
}
