import { ButtonLink } from '@/components/ui/button'
import { speakAsAsked } from '@/lib/auth/spoken'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { searchParams: Promise<{ why?: string | string[] }> }

export default async function ExpiredPage({ searchParams }: Props) {
  await speakAsAsked()
  const t = text('signIn')
  const slow = (await searchParams).why === 'slow'
  return (
    <>
      <h1>{t(slow ? 'expired.slowTitle' : 'expired.title')}</h1>
      <p>{t(slow ? 'expired.slowLead' : 'expired.lead')}</p>
      {!slow && (
        <p className="porch-form">
          <ButtonLink look="go" href={paths.signIn()}>
            {t('expired.again')}
          </ButtonLink>
        </p>
      )}
    </>
  )
}
