import { CodeForm } from '@/components/account/code-form'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { signInWithCode } from '@/lib/actions/sign-in'
import { addressAsked } from '@/lib/auth/browser'
import { speakAsAsked } from '@/lib/auth/spoken'
import { safeNext } from '@/lib/domain/account/next-path'
import { isDemo } from '@/lib/env'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** The same page for every address, known or not. */
export default async function SentPage({ searchParams }: Props) {
  await speakAsAsked()
  const t = text('signIn')
  const address = await addressAsked()
  const next = safeNext(String((await searchParams).next ?? '')) ?? ''
  return (
    <>
      <h1>{t('sent.title')}</h1>
      <p dir="auto">{address ? t('sent.lead', { address }) : t('sent.leadPlain')}</p>
      {isDemo() && (
        <Notice>
          <Link href={paths.outbox()}>{t('sent.demo')}</Link>
        </Notice>
      )}
      <h2 className="porch-or">{t('sent.other')}</h2>
      <CodeForm action={signInWithCode} email={address} next={next} />
      <p className="tiny porch-note">{t('sent.nothing')}</p>
      <p className="porch-ways">
        <Link reach href={paths.signIn(next || undefined)}>
          {t('sent.again')}
        </Link>
      </p>
    </>
  )
}
