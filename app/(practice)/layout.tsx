import type { ReactNode } from 'react'
import { SignOutButton } from '@/components/account/sign-out-button'
import { PracticeShell } from '@/components/shell/practice-shell'
import { signOut } from '@/lib/actions/sign-in'
import { currentPath, requireMember } from '@/lib/auth/viewer'
import { text } from '@/lib/format/text'
import { practiceRoomOf } from '@/lib/rooms'

/** The consultant's rooms. Each page asks for its viewer again: a layout guards nothing. */
export default async function PracticeLayout({ children }: { children: ReactNode }) {
  const viewer = await requireMember()
  const current = practiceRoomOf((await currentPath()) ?? '')
  const role = text('settings')(`role.${viewer.role}`)
  return (
    <PracticeShell
      {...(current ? { current } : {})}
      person={{ name: viewer.name, detail: `${viewer.practiceName} · ${role}` }}
      signOut={<SignOutButton action={signOut} />}
    >
      {children}
    </PracticeShell>
  )
}
