import type { ReactNode } from 'react'
import { PublicShell } from '@/components/shell/public-shell'
import { speakAsAsked } from '@/lib/auth/spoken'
import { titled } from '@/lib/auth/titled'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('signIn')('title'))

export default async function SignInLayout({ children }: { children: ReactNode }) {
  await speakAsAsked()
  return <PublicShell>{children}</PublicShell>
}
