import type { Metadata } from 'next'
import { RequestsView } from '@/components/request/requests-view'
import { approveRequest, declineRequest } from '@/lib/actions/request'
import { requireMember } from '@/lib/auth/viewer'
import { openRequests } from '@/lib/data/request-answer'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('request')('title') }

export default async function RequestsPage() {
  const viewer = await requireMember()
  return (
    <RequestsView
      {...await openRequests(viewer)}
      actions={{ approve: approveRequest, decline: declineRequest }}
    />
  )
}
