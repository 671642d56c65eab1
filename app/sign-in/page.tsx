import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Link } from '@/components/ui/link'
import { askForSignInMail } from '@/lib/actions/sign-in'
import { speakAsAsked } from '@/lib/auth/spoken'
import { safeNext } from '@/lib/domain/account/next-path'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  await speakAsAsked()
  const t = text('signIn')
  const { next } = await searchParams
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="quiet">{t('lead')}</p>
      <Form action={askForSignInMail} schema="signIn" label={t('title')} className="form porch-form">
        <TextField name="email" type="email" label={t('email')} autoComplete="email" required />
        <HiddenField name="next" value={safeNext(String(next ?? '')) ?? ''} />
        <Submit className="btn-wide">{t('send')}</Submit>
      </Form>
      <p className="porch-ways">
        <Link reach href={paths.signInCode()}>
          {t('code')}
        </Link>
        <Link reach href={paths.signInWithCard()}>
          {t('card')}
        </Link>
      </p>
    </>
  )
}
