import { Temporal } from 'temporal-polyfill'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { askForVisit, askPageOf, requestsOfHousehold, withdrawRequest } from '../request'
import { approveRequest, declineRequest, openRequests } from '../request-answer'
import { chooseInstead } from '../request-lost'
import { cancelOwnVisit, moveOwnVisit, ownVisitOf } from '../request-visit'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-11T08:00:00Z')
const press = (id: string) => ({ id, version: 1 })

export const request: Record<string, StrangerCase> = {
  askPageOf: async (stranger, { world, household }) => {
    const { animals, serviceId } = await askPageOf(stranger, world.serviceId, now)
    return [...animals.filter(({ id }) => id === household.animalId), serviceId]
  },
  askForVisit: (stranger, { world, household }) =>
    askForVisit(
      stranger as GuardianViewer,
      { serviceId: world.serviceId, animalIds: [household.animalId], times: [], words: 'Tuesdays' },
      now,
    ),
  withdrawRequest: (stranger, { requestId }) =>
    withdrawRequest(stranger as GuardianViewer, press(requestId), now),
  requestsOfHousehold: (stranger) => requestsOfHousehold(stranger, now),
}

export const requestAnswer: Record<string, StrangerCase> = {
  openRequests: async (stranger, { requestId }) =>
    (await openRequests(stranger)).requests.filter(({ id }) => id === requestId),
  approveRequest: (stranger, { requestId, world }) =>
    approveRequest(
      stranger as MemberViewer,
      { ...press(requestId), offer: `2026-06-02T10:00/${world.consultant.memberId}` },
      now,
    ),
  declineRequest: (stranger, { requestId }) =>
    declineRequest(stranger as MemberViewer, { ...press(requestId), answer: 'x' }, now),
}

export const requestLost: Record<string, StrangerCase> = {
  chooseInstead: (stranger, { requestId, world }) =>
    chooseInstead(stranger as GuardianViewer, {
      ...press(requestId),
      offer: `2026-06-02T10:00/${world.consultant.memberId}`,
    }),
}

export const requestVisit: Record<string, StrangerCase> = {
  ownVisitOf: (stranger, { visitId }) => ownVisitOf(stranger, visitId, now),
  moveOwnVisit: (stranger, { visitId }) =>
    moveOwnVisit(stranger as GuardianViewer, { ...press(visitId), offer: '2026-06-02T10:00' }, now),
  cancelOwnVisit: (stranger, { visitId }) =>
    cancelOwnVisit(stranger as GuardianViewer, { ...press(visitId), reason: '' }, now),
}
