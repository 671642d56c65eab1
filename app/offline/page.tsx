import type { Metadata } from 'next'
import { OfflineRoom } from '@/components/offline/offline-room'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('sync')('title') }

/** The same for everybody: what it shows it finds on the device. A phone keeps this page, and no other. */
export default function OfflinePage() {
  return <OfflineRoom />
}
