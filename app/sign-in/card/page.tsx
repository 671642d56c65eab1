import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Link } from '@/components/ui/link'
import { signInWithCard } from '@/lib/actions/sign-in'
import { speakAsAsked } from '@/lib/auth/spoken'
import { readCardCode, spacedCardCode } from '@/lib/domain/account/card-code'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { searchParams: Promise<{ code?: string | string[] }> }

/** The square on the card opens this page with the code filled in; only the button uses it up. */
export default async function CardPage({ searchParams }: Props) {
  await speakAsAsked()
  const t = text('signIn')
  const code = readCardCode(String((await searchParams).code ?? ''))
  return (
    <>
      <h1>{t('cardPage.title')}</h1>
      <p className="quiet">{t('cardPage.lead')}</p>
      <Form
        action={signInWithCard}
        schema="signInCard"
        label={t('cardPage.title')}
        className="form porch-form"
        defaults={{ code: code ? spacedCardCode(code) : undefined }}
      >
        <TextField
          name="code"
          label={t('cardPage.code')}
          hint={t('cardPage.codeHint')}
          autoComplete="one-time-code"
          className="code-field"
          required
        />
        <Submit className="btn-wide">{t('cardPage.submit')}</Submit>
      </Form>
      <p className="porch-ways">
        <Link reach href={paths.signIn()}>
          {t('cardPage.mail')}
        </Link>
      </p>
    </>
  )
}
