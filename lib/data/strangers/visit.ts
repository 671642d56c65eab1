import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { serviceSchema } from '@/lib/domain/service/schema'
import { bookVisit } from '../booking'
import { moveVisit, reassignVisit, restoreVisit } from '../booking-change'
import { holdTime, releaseHold } from '../booking-hold'
import { timesForOwner, timesThatFit } from '../visit-slot'
import { bookingForm as formFor } from '../booking-form'
import { calendarOf } from '../calendar'
import {
  addService,
  chooseCurrency,
  currencyOf,
  editService,
  restoreService,
  retireService,
  serviceOf,
  servicesOf,
} from '../service'
import { todayOf } from '../today'
import { visitOf, visitsOfHousehold } from '../visit'
import { arriveAtVisit, cancelVisit, leaveVisit, markNoShow } from '../visit-press'
import { movePage } from '../visit-move'
import { visitWithStandings } from '../visit-standings'
import { undoableOf, undoVisitChange } from '../visit-undo'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const press = (id: string) => ({ id, version: 1 })

export const visit: Record<string, StrangerCase> = {
  visitOf: (stranger, { visitId }) => visitOf(stranger, visitId),
  visitsOfHousehold: async (stranger, { visitId }) => {
    const { next, ahead, past } = await visitsOfHousehold(stranger, now)
    return [next, ...ahead, ...past].filter((one) => one?.id === visitId)
  },
}

export const visitPress: Record<string, StrangerCase> = {
  arriveAtVisit: (stranger, { visitId }) => arriveAtVisit(stranger as MemberViewer, press(visitId), now),
  leaveVisit: (stranger, { visitId }) => leaveVisit(stranger as MemberViewer, press(visitId), now),
  markNoShow: (stranger, { visitId }) => markNoShow(stranger as MemberViewer, press(visitId), now),
  cancelVisit: (stranger, { visitId }) =>
    cancelVisit(stranger as MemberViewer, { ...press(visitId), reason: 'x' }, now),
}

export const visitUndo: Record<string, StrangerCase> = {
  undoableOf: (stranger, { visitId }) => undoableOf(stranger, visitId, now),
  undoVisitChange: (stranger, { changeId }) =>
    undoVisitChange(stranger as MemberViewer, { id: changeId }, now),
}

export const visitStandings: Record<string, StrangerCase> = {
  visitWithStandings: (stranger, { visitId }) => visitWithStandings(stranger, visitId, now),
}

export const booking: Record<string, StrangerCase> = {
  bookVisit: (stranger, { world, household }) =>
    bookVisit(
      stranger as MemberViewer,
      {
        clientId: household.clientId,
        animalIds: [household.animalId],
        serviceId: world.serviceId,
        consultantId: world.consultant.memberId,
        day: '2026-06-01',
        time: '10:00',
        message: '',
      },
      now,
    ),
}

export const bookingChange: Record<string, StrangerCase> = {
  moveVisit: (stranger, { visitId }) =>
    moveVisit(stranger as MemberViewer, { ...press(visitId), day: '2026-06-01', time: '10:00' }, now),
  reassignVisit: (stranger, { visitId, world }) =>
    reassignVisit(stranger as MemberViewer, { ...press(visitId), consultantId: world.boss.memberId }, now),
  restoreVisit: (stranger, { visitId }) => restoreVisit(stranger as MemberViewer, press(visitId), now),
}

const hold = (consultantId: string, clientId: string, serviceId: string) => ({
  ...{ consultantId, clientId, serviceId, animalIds: [], day: '2026-06-01', time: '10:00', minutes: 30 },
})

export const bookingHold: Record<string, StrangerCase> = {
  holdTime: (stranger, { world, household }) =>
    holdTime(stranger, hold(world.consultant.memberId, household.clientId, world.serviceId), now),
  releaseHold: async (stranger, { world, household }) => {
    const { memberId } = world.consultant
    const input = { ...hold(memberId, household.clientId, world.serviceId), animalIds: [household.animalId] }
    const held = await holdTime(world.boss, input, now)
    const holdId = held.ok ? held.value.holdId : ''
    try {
      return await releaseHold(stranger, holdId)
    } finally {
      await releaseHold(world.boss, holdId)
    }
  },
}

const anHour = { minutes: 60, setUp: 0, wrapUp: 0, maxDrive: null, notice: 0, horizon: null }

export const visitSlot: Record<string, StrangerCase> = {
  // It knows no id: a household only ever asks for itself, and reads nothing of the household.
  timesForOwner: async (stranger, { world }) => {
    const { memberId: consultantId } = world.consultant
    const sought = { ...anHour, place: 'home' as const, zone: 'Europe/Vienna', consultantId }
    return (await timesForOwner(stranger, sought, now)).filter((one) =>
      JSON.stringify(one).includes('Berger'),
    )
  },
  timesThatFit: (stranger, { world, household }) =>
    timesThatFit(
      stranger,
      {
        ...anHour,
        ...{ place: 'home', zone: 'Europe/Vienna', consultantId: world.consultant.memberId },
        clientId: household.clientId,
      },
      now,
      now,
    ),
}

export const bookingForm: Record<string, StrangerCase> = {
  bookingForm: (stranger, { household }) => formFor(stranger, household.clientId, {}, now, now),
  movePage: (stranger, { visitId }) => movePage(stranger, visitId, { day: '2026-05-15', time: '10:00' }, now),
}

const day = Temporal.PlainDate.from('2026-05-14')

export const calendar: Record<string, StrangerCase> = {
  calendarOf: async (stranger, { visitId }) =>
    (await calendarOf(stranger, { days: [day] })).visits.filter(({ id }) => id === visitId),
}

export const today: Record<string, StrangerCase> = {
  todayOf: async (stranger, { world, household, visitId }) => {
    const page = await todayOf(stranger, { who: world.consultant.memberId }, now)
    const shown = [...page.line.stops.map((stop) => stop.visit), ...page.cancelled, ...page.notes]
    return [
      ...shown.filter((one) => one.id === visitId),
      ...[...page.standings.keys()].filter((id) => id === household.animalId),
      ...page.needs.filter((one) => one.clientId === household.clientId),
      ...page.trainers.filter(({ id }) => id === world.consultant.memberId),
    ]
  },
}

const fields = serviceSchema.parse({ name: 'Stranger', minutes: '30', place: 'home' })

export const service: Record<string, StrangerCase> = {
  servicesOf: async (stranger, { world }) =>
    (await servicesOf(stranger)).filter(({ id }) => id === world.serviceId),
  serviceOf: (stranger, { world }) => serviceOf(stranger, world.serviceId),
  addService: async (stranger, { world }) => {
    await addService(stranger as MemberViewer, fields)
    return (await servicesOf(world.boss)).filter(({ name }) => name === 'Stranger')
  },
  editService: (stranger, { world }) =>
    editService(stranger as MemberViewer, { ...press(world.serviceId), ...fields }),
  // Neither knows an id: a stranger can only ever mean their own practice.
  currencyOf: async (stranger, { world }) =>
    (await currencyOf(stranger)) !== '' && stranger.practiceId === world.practiceId,
  chooseCurrency: async (stranger) =>
    void (await chooseCurrency(stranger as MemberViewer, { currency: 'ISK' })),
  retireService: (stranger, { world }) =>
    retireService(stranger as MemberViewer, { id: world.serviceId }, now),
  restoreService: (stranger, { world }) => restoreService(stranger as MemberViewer, { id: world.serviceId }),
}
