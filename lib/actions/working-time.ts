'use server'
import { closeByList, closePractice, openPractice } from '@/lib/data/closing-day'
import { addTimeOff, removeException, removeTimeOff, saveException, saveWeek } from '@/lib/data/working-time'
import { closingIdSchema, closingListSchema, closingSchema } from '@/lib/domain/working/closings'
import { exceptionSchema, memberRowSchema, timeOffSchema, weekSchema } from '@/lib/domain/working/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const saveWorkingWeek = defineAction({
  as: 'member',
  schema: weekSchema,
  verb: saveWeek,
  then: ({ memberId }) => paths.hours({ who: memberId, saved: 'week' }),
})

export const saveWorkingException = defineAction({
  as: 'member',
  schema: exceptionSchema,
  verb: saveException,
  then: ({ memberId }) => paths.hours({ who: memberId, saved: 'exception' }),
})

export const saveTimeOff = defineAction({
  as: 'member',
  schema: timeOffSchema,
  verb: addTimeOff,
  then: ({ memberId, id }) => paths.hours({ who: memberId, saved: id }),
})

export const likeItsWeekday = defineAction({ as: 'member', schema: memberRowSchema, verb: removeException })
export const takeBackTimeOff = defineAction({ as: 'member', schema: memberRowSchema, verb: removeTimeOff })

export const closeOnDays = defineAction({
  as: 'member',
  schema: closingSchema,
  verb: closePractice,
  said: 'working.closing.saved',
})

export const closeOnList = defineAction({
  as: 'member',
  schema: closingListSchema,
  verb: closeByList,
  said: 'working.closing.saved',
})

export const openAgain = defineAction({ as: 'member', schema: closingIdSchema, verb: openPractice })
