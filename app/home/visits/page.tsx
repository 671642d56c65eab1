import { VisitsView } from '@/components/home/visits-view'
import { OwnRequests } from '@/components/request/own-requests'
import { OwnWaitings } from '@/components/waiting/own-waiting'
import { acceptOffer, declineOffer, stopWaiting } from '@/lib/actions/waiting'
import { askInstead, withdrawRequest } from '@/lib/actions/request'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { requestsOfHousehold } from '@/lib/data/request'
import { visitsOfHousehold } from '@/lib/data/visit'
import { waitingOfHousehold } from '@/lib/data/waiting'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('home')('visits.title'))

export default async function OwnerVisitsPage() {
  const viewer = await requireGuardian()
  const moment = now()
  const waiting = await waitingOfHousehold(viewer, moment)
  const requests = await requestsOfHousehold(viewer, moment)
  return (
    <VisitsView {...await visitsOfHousehold(viewer, moment)}>
      <OwnWaitings
        waiting={waiting}
        now={moment}
        actions={{ accept: acceptOffer, decline: declineOffer, leave: stopWaiting }}
      />
      <OwnRequests requests={requests} actions={{ withdraw: withdrawRequest, choose: askInstead }} />
    </VisitsView>
  )
}
