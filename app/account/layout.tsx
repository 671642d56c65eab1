import type { ReactNode } from 'react'
import { SignOutButton } from '@/components/account/sign-out-button'
import { OwnerShell } from '@/components/shell/owner-shell'
import { PracticeShell } from '@/components/shell/practice-shell'
import { signOut } from '@/lib/actions/sign-in'
import { currentPath, requirePerson } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { unreadNews } from '@/lib/data/news'
import { paths } from '@/lib/paths'

/** One page for both houses, each in its own shell. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const viewer = await requirePerson()
  // Whoever has the list open is reading it.
  const reads = (await currentPath()) === paths.news()
  const Shell = viewer.kind === 'member' ? PracticeShell : OwnerShell
  return (
    <Shell
      unread={reads ? 0 : await unreadNews(viewer, now())}
      person={{ name: viewer.name, detail: viewer.practiceName }}
      signOut={
        <SignOutButton action={signOut} owner={{ practiceId: viewer.practiceId, userId: viewer.userId }} />
      }
    >
      {children}
    </Shell>
  )
}
