import { Suspense, type ReactNode } from 'react'
import { SignOutButton } from '@/components/account/sign-out-button'
import { DeviceWatch } from '@/components/offline/device-watch'
import { OwnerShell } from '@/components/shell/owner-shell'
import { signOut } from '@/lib/actions/sign-in'
import { currentPath, requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { unreadNews } from '@/lib/data/news'
import { text } from '@/lib/format/text'
import { ownerRoomOf } from '@/lib/rooms'
import { MessagesWaiting } from '../messages-waiting'

/** The animal owner's rooms. Each page asks for its viewer again: a layout guards nothing. */
export default async function HomeLayout({ children }: { children: ReactNode }) {
  const viewer = await requireGuardian()
  const current = ownerRoomOf((await currentPath()) ?? '')
  const owner = { practiceId: viewer.practiceId, userId: viewer.userId }
  const t = text('sync')
  return (
    <OwnerShell
      {...(current ? { current } : {})}
      person={{ name: viewer.name, detail: viewer.practiceName }}
      waiting={
        <Suspense>
          <MessagesWaiting viewer={viewer} />
        </Suspense>
      }
      signOut={<SignOutButton action={signOut} owner={owner} />}
      unread={await unreadNews(viewer, now())}
    >
      <DeviceWatch owner={owner} words={{ some: t('some'), needsYou: t('needsYou'), look: t('note.look') }} />
      {children}
    </OwnerShell>
  )
}
