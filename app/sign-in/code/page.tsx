import { CodeForm } from '@/components/account/code-form'
import { Link } from '@/components/ui/link'
import { signInWithCode } from '@/lib/actions/sign-in'
import { addressAsked } from '@/lib/auth/browser'
import { speakAsAsked } from '@/lib/auth/spoken'
import { safeNext } from '@/lib/domain/account/next-path'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function CodePage({ searchParams }: Props) {
  await speakAsAsked()
  const t = text('signIn')
  const next = safeNext(String((await searchParams).next ?? '')) ?? ''
  return (
    <>
      <h1>{t('codePage.title')}</h1>
      <p className="quiet">{t('codePage.lead')}</p>
      <CodeForm action={signInWithCode} email={await addressAsked()} next={next} />
      <p className="porch-ways">
        <Link reach href={paths.signIn(next || undefined)}>
          {t('expired.again')}
        </Link>
      </p>
    </>
  )
}
