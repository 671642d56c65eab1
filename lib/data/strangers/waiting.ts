import { Temporal } from 'temporal-polyfill'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { leaveWaiting, waitForm, waitForVisit, waitingList, waitingOfHousehold } from '../waiting'
import { acceptOffer, declineOffer } from '../waiting-answer'
import { freedTimeOf, offerFreedTime, withdrawOffers } from '../waiting-offer'
import { passOnOffers } from '../waiting-turn'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-11T08:00:00Z')

export const waiting: Record<string, StrangerCase> = {
  waitForm: async (stranger, { household }) => {
    const { clientId, animals } = await waitForm(stranger, household.clientId)
    return clientId === household.clientId ? clientId : animals.filter(({ id }) => id === household.animalId)
  },
  waitForVisit: (stranger, { world, household }) =>
    waitForVisit(
      stranger as MemberViewer,
      {
        ...{ clientId: household.clientId, serviceId: world.serviceId, animalIds: [household.animalId] },
        ...{ weekdays: [], untilDay: '2026-06-30', words: '' },
      },
      now,
    ),
  leaveWaiting: (stranger, { waitingId }) => leaveWaiting(stranger as GuardianViewer, { id: waitingId }),
  waitingOfHousehold: (stranger) => waitingOfHousehold(stranger, now),
  waitingList: async (stranger, { waitingId }) =>
    (await waitingList(stranger, now)).filter(({ id }) => id === waitingId),
}

export const waitingAnswer: Record<string, StrangerCase> = {
  acceptOffer: (stranger, { offerId }) => acceptOffer(stranger as GuardianViewer, { id: offerId }, now),
  declineOffer: (stranger, { offerId }) => declineOffer(stranger as GuardianViewer, { id: offerId }, now),
}

export const waitingOffer: Record<string, StrangerCase> = {
  freedTimeOf: (stranger, { visitId }) => freedTimeOf(stranger, visitId, now),
  offerFreedTime: (stranger, { visitId, waitingId }) =>
    offerFreedTime(
      stranger as MemberViewer,
      { visitId, minutes: 60, order: 'since', waitingIds: [waitingId] },
      now,
    ),
  withdrawOffers: (stranger, { visitId }) => withdrawOffers(stranger as MemberViewer, { visitId }, now),
  passOnOffers: (stranger) => passOnOffers(stranger, now),
}
