import { Temporal } from 'temporal-polyfill'
import type { HomeAnimal } from '@/lib/domain/home/pages'
import type { Progress } from '@/lib/domain/log/progress'

type Asked = Pick<HomeAnimal, 'homework'> & Pick<Progress, 'standing' | 'sessions'>

/**
 * The day a household is asked about: yesterday, and only while it can still be fresh. Null where there was nothing
 * to do (no homework, a plan that rests, is completed or began yesterday) and where somebody practised, yesterday
 * or today: nobody is asked to account for a day of rest between two good ones.
 */
export function askedDay(
  { homework, standing, sessions }: Asked,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (homework.length === 0 || !standing || standing.status === 'completed') return null
  if (standing.recommendation === 'pause') return null
  const yesterday = today.subtract({ days: 1 })
  if (Temporal.PlainDate.compare(standing.stageEnteredOn, yesterday) >= 0) return null
  return sessions.some(({ day }) => Temporal.PlainDate.compare(day, yesterday) >= 0) ? null : yesterday
}
