import { redirect } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { speakAsAsked } from '@/lib/auth/spoken'
import { maskAddress } from '@/lib/domain/account/address'
import { safeNext } from '@/lib/domain/account/next-path'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { searchParams: Promise<Record<'token' | 'email' | 'next', string | string[] | undefined>> }

/** Between the mail and the session stands one button, so that opening the link uses nothing up. */
export default async function ConfirmPage({ searchParams }: Props) {
  await speakAsAsked()
  const t = text('signIn')
  const given = await searchParams
  const token = String(given.token ?? '')
  const email = String(given.email ?? '')
  if (!token || !email) redirect(paths.signInExpired())
  const next = safeNext(String(given.next ?? ''))
  const query = new URLSearchParams({ token, email, callbackUrl: next ?? paths.landing() })
  return (
    <>
      <h1>{t('confirm.title')}</h1>
      <p dir="auto">{t('confirm.lead', { address: maskAddress(email) })}</p>
      <form method="post" action={`${paths.mailLink()}?${query.toString()}`} className="porch-form">
        <Button type="submit" look="go" big wide>
          {t('confirm.button')}
        </Button>
      </form>
      <p className="tiny porch-note">{t('confirm.why')}</p>
    </>
  )
}
