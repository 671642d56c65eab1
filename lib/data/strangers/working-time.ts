import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { closingSchema } from '@/lib/domain/working/closings'
import { exceptionSchema, timeOffSchema } from '@/lib/domain/working/schema'
import { closeByList, closePractice, closingDaysOf, openPractice } from '../closing-day'
import {
  addTimeOff,
  removeException,
  removeTimeOff,
  saveException,
  saveWeek,
  workingTimeOf,
} from '../working-time'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Instant.from('2026-05-01T08:00:00Z')
const memberOf = ({ world }: Target) => world.consultant.memberId
const as = (stranger: unknown) => stranger as MemberViewer

export const workingTime: Record<string, StrangerCase> = {
  workingTimeOf: (stranger, target) => workingTimeOf(stranger, memberOf(target), now),
  saveWeek: (stranger, target) =>
    saveWeek(as(stranger), { memberId: memberOf(target), version: 0, home: null, days: {} }),
  saveException: (stranger, target) =>
    saveException(
      as(stranger),
      exceptionSchema.parse({ memberId: memberOf(target), day: '2026-05-20', hours: {} }),
    ),
  removeException: (stranger, target) =>
    removeException(as(stranger), { memberId: memberOf(target), id: target.scheduling.exceptionId }),
  addTimeOff: (stranger, target) =>
    addTimeOff(as(stranger), timeOffSchema.parse({ memberId: memberOf(target), firstDay: '2026-05-20' })),
  removeTimeOff: (stranger, target) =>
    removeTimeOff(as(stranger), { memberId: memberOf(target), id: target.scheduling.timeOffId }),
}

const closing = closingSchema.parse({ firstDay: '2026-12-25', kind: 'closed', name: 'Stranger' })

// Some know no id: the owner of another practice closes their own.
export const closingDay: Record<string, StrangerCase> = {
  closingDaysOf: async (stranger, { scheduling }) =>
    (await closingDaysOf(stranger, now)).filter(({ id }) => id === scheduling.closingId),
  closePractice: async (stranger, { world }) => {
    const answer = await closePractice(as(stranger), closing)
    return stranger.practiceId === world.practiceId ? answer : null
  },
  closeByList: async (stranger, { world }) => {
    const list = [{ line: 'x', read: closing }]
    const answer = await closeByList(as(stranger), { kind: 'closed', list })
    return stranger.practiceId === world.practiceId ? answer : null
  },
  openPractice: (stranger, { scheduling }) => openPractice(as(stranger), { id: scheduling.closingId }),
}
