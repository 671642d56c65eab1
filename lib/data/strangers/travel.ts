import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { findPlace } from '../place'
import { schedulingContext as contextOf } from '../scheduling-context'
import { saveTravel, takeCalibration, travelSettings } from '../travel'
import { learnRoutes } from '../travel-routes'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

// The settings know no id: a stranger can only ever mean their own practice. The rows of the target tell the rest.
export const travel: Record<string, StrangerCase> = {
  travelSettings: async (stranger, { world }) =>
    (await travelSettings(stranger)) && stranger.practiceId === world.practiceId,
  saveTravel: async (stranger) =>
    void (await saveTravel(stranger, { version: 1, base: null, circuity: 2, speed: 20, parking: 9 })),
  takeCalibration: async (stranger) =>
    void (await takeCalibration(stranger, { version: 1, circuity: 2, speed: 20 })),
}

export const places: Record<string, StrangerCase> = {
  findPlace: (stranger, { household }) =>
    findPlace(stranger as MemberViewer, { id: household.clientId }, now),
  learnRoutes: (stranger, { household }) => learnRoutes(stranger, household.clientId, now),
}

export const schedulingContext: Record<string, StrangerCase> = {
  schedulingContext: async (stranger, { world, household }) => {
    const span = { from: now, until: now.add({ hours: 48 }) }
    const consultantIds = [world.consultant.memberId]
    const days = await contextOf(stranger, { ...span, consultantIds })
    const home = await contextOf(stranger, { ...span, clientId: household.clientId })
    return [...days.consultants, home.home].filter((one) => one !== null)
  },
}
