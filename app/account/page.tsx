import { LocaleForm } from '@/components/account/locale-form'
import { SignInList } from '@/components/account/sign-in-list'
import { ActionButton } from '@/components/form/action-button'
import { PageHead, Section } from '@/components/ui/section'
import { chooseOwnLocale, endEverySignIn, endOneSignIn } from '@/lib/actions/account'
import { titled } from '@/lib/auth/titled'
import { currentHats, currentTokenHash, requirePerson } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { signInsOf } from '@/lib/data/account'
import { dayAndTime, dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('account')('title'))

export default async function AccountPage() {
  const viewer = await requirePerson()
  const signIns = await signInsOf(viewer, await currentTokenHash(), now())
  const t = text('account')
  const email = (await currentHats())?.email ?? 'none'
  return (
    <div className="rooms">
      <PageHead title={t('title')} lead={t('lead', { name: viewer.name, email })} />
      <p>
        <a className="reach" href={paths.ownMails()}>
          {text('news')('choose')}
        </a>
      </p>
      {viewer.kind === 'guardian' && (
        <>
          <p>
            <a className="reach" href={paths.ownData()}>
              {text('data')('title')}
            </a>
          </p>
          <Section title={t('language.title')}>
            <p className="quiet">{t('language.lead')}</p>
            <LocaleForm action={chooseOwnLocale} chosen={viewer} />
          </Section>
        </>
      )}
      <Section title={t('where')}>
        <SignInList
          action={endOneSignIn}
          signIns={signIns.map(({ id, device, isThisOne, createdAt, lastUsedAt }) => ({
            id,
            isThisOne,
            device: device ?? t('device'),
            since: t('since', { day: dayInYear(createdAt, viewer.zone) }),
            lastUsed: t('lastUsed', { when: dayAndTime(lastUsedAt, viewer.zone) }),
          }))}
        />
        <p className="tiny">{t('rest', { kind: viewer.kind })}</p>
      </Section>
      <Section title={t('everywhere')}>
        <p className="quiet">{t('everywhereLead')}</p>
        <ActionButton action={endEverySignIn} fields={{}} look="danger">
          {t('everywhere')}
        </ActionButton>
      </Section>
    </div>
  )
}
