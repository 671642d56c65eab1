import type { ReactNode } from 'react'
import { SignOutButton } from '@/components/account/sign-out-button'
import { OwnerShell } from '@/components/shell/owner-shell'
import { PracticeShell } from '@/components/shell/practice-shell'
import { signOut } from '@/lib/actions/sign-in'
import { requirePerson } from '@/lib/auth/viewer'

/** One page for both houses, each in its own shell. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const viewer = await requirePerson()
  const Shell = viewer.kind === 'member' ? PracticeShell : OwnerShell
  return (
    <Shell
      person={{ name: viewer.name, detail: viewer.practiceName }}
      signOut={
        <SignOutButton action={signOut} owner={{ practiceId: viewer.practiceId, userId: viewer.userId }} />
      }
    >
      {children}
    </Shell>
  )
}
