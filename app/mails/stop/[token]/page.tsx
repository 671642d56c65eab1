import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { PublicShell } from '@/components/shell/public-shell'
import { Button } from '@/components/ui/button'
import { speakAsAsked } from '@/lib/auth/spoken'
import { openStopLink } from '@/lib/auth/stop-mails'
import { titled } from '@/lib/auth/titled'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string | string[] }> }

const t = text('mails')
export const generateMetadata = titled(() => t('stop.title'))

/** From a mail, by anybody who holds it: asks before it stops, and says what it stopped. */
export default async function StopMailsPage({ params, searchParams }: Props) {
  await speakAsAsked()
  const { token } = await params
  const { practiceName, kind } = (await openStopLink(token, await headers())) ?? notFound()
  const done = (await searchParams).done !== undefined
  return (
    <PublicShell name={practiceName}>
      <h1>{t(done ? 'stop.doneTitle' : 'stop.title')}</h1>
      <p>{t(done ? `stop.done.${kind}` : `stop.ask.${kind}`)}</p>
      {done ? (
        <p className="tiny porch-note">
          {t('stop.again', { account: text('account')('title'), page: text('news')('choose') })}
        </p>
      ) : (
        <>
          <form method="post" action={paths.stopMailsNow(token)} className="porch-form">
            <Button type="submit" look="go" big wide>
              {t('stop.button')}
            </Button>
          </form>
          <p className="tiny porch-note">{t('stop.rest')}</p>
        </>
      )}
    </PublicShell>
  )
}
