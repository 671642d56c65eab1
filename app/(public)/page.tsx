import { redirect } from 'next/navigation'
import { Street } from '@/components/landing/street'
import { PublicShell } from '@/components/shell/public-shell'
import { ButtonLink } from '@/components/ui/button'
import { speakAsAsked } from '@/lib/auth/spoken'
import { currentHats } from '@/lib/auth/viewer'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const three = ['one', 'two', 'three'] as const

/** The front door: whoever is signed in goes straight to their rooms. */
export default async function LandingPage() {
  const hats = await currentHats()
  if (hats?.members[0]) redirect(paths.today())
  if (hats?.guardians[0]) redirect(paths.home())
  await speakAsAsked()
  const t = text('landing')
  return (
    <PublicShell form="wide">
      <div className="landing">
        <div>
          <h1>{t('title')}</h1>
          <p className="landing-lead">{t('lead')}</p>
          <p className="acts">
            <ButtonLink look="go" big href={paths.signIn()}>
              {t('signIn')}
            </ButtonLink>
            <span className="tiny">{t('rooms')}</span>
          </p>
        </div>
        <Street />
        <div className="landing-three">
          {three.map((key) => (
            <section key={key}>
              <h2>{t(key)}</h2>
              <p>{t(`${key}Lead`)}</p>
            </section>
          ))}
        </div>
      </div>
    </PublicShell>
  )
}
