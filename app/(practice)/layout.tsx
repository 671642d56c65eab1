import { Suspense, type ReactNode } from 'react'
import { SignOutButton } from '@/components/account/sign-out-button'
import { DeviceWatch } from '@/components/offline/device-watch'
import { PracticeShell } from '@/components/shell/practice-shell'
import { signOut } from '@/lib/actions/sign-in'
import { currentPath, requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { unreadNews } from '@/lib/data/news'
import { text } from '@/lib/format/text'
import { practiceRoomOf } from '@/lib/rooms'
import { MessagesWaiting } from '../messages-waiting'

/** The consultant's rooms. Each page asks for its viewer again: a layout guards nothing. */
export default async function PracticeLayout({ children }: { children: ReactNode }) {
  const viewer = await requireMember()
  const current = practiceRoomOf((await currentPath()) ?? '')
  const role = text('settings')(`role.${viewer.role}`)
  const owner = { practiceId: viewer.practiceId, userId: viewer.userId }
  const t = text('sync')
  return (
    <PracticeShell
      {...(current ? { current } : {})}
      person={{ name: viewer.name, detail: `${viewer.practiceName} · ${role}` }}
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
    </PracticeShell>
  )
}
