import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { PublicShell } from '@/components/shell/public-shell'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('signIn')('title') }

export default function SignInLayout({ children }: { children: ReactNode }) {
  return <PublicShell>{children}</PublicShell>
}
