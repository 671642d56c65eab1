import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { SetUpForm } from '@/components/practice/set-up-form'
import { PublicShell } from '@/components/shell/public-shell'
import { setUpPractice } from '@/lib/actions/set-up'
import { isSetUpOpen } from '@/lib/auth/set-up'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('signIn')('setUp.title') }

type Props = { searchParams: Promise<{ token?: string | string[] }> }

/** Opened once, with the link that the first start prints. */
export default async function SetUpPage({ searchParams }: Props) {
  const t = text('signIn')
  await headers()
  const token = String((await searchParams).token ?? '')
  const open = /^su_[\w-]{43}$/.test(token) && (await isSetUpOpen(token))
  return (
    <PublicShell>
      <h1>{t(open ? 'setUp.title' : 'setUp.overTitle')}</h1>
      <p className="quiet">{t(open ? 'setUp.lead' : 'setUpOver')}</p>
      {open && <SetUpForm action={setUpPractice} token={token} />}
    </PublicShell>
  )
}
