import type { Metadata } from 'next'
import { OfflineRoom } from '@/components/offline/offline-room'
import { PublicShell } from '@/components/shell/public-shell'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('sync')('title') }

/** The same for everybody: what it shows it finds on the device. A phone keeps this page, and no other. */
export default function OfflinePage() {
  return (
    <PublicShell form="wide" footer={text('sync')('footer')}>
      <div className="kept-room">
        <OfflineRoom />
      </div>
    </PublicShell>
  )
}
