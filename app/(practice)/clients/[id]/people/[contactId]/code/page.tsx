import type { Metadata } from 'next'
import { SignInCard } from '@/components/account/sign-in-card'
import { ActionButton } from '@/components/form/action-button'
import { Button, ButtonLink } from '@/components/ui/button'
import { Printer } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/section'
import { makeSignInCard } from '@/lib/actions/account'
import { cardDays } from '@/lib/auth/codes'
import { orNotFound } from '@/lib/auth/or-not-found'
import { origin } from '@/lib/auth/origin'
import { unseal } from '@/lib/auth/seal'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { cardHolder } from '@/lib/data/account'
import { dayOf } from '@/lib/domain/time/time'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('account')('cardTitle') }

type Props = {
  params: Promise<{ id: string; contactId: string }>
  searchParams: Promise<{ made?: string | string[] }>
}

export default async function SignInCardPage({ params, searchParams }: Props) {
  const viewer = await requireMember()
  const { id: clientId, contactId } = await params
  const { name, maySignIn } = await orNotFound(cardHolder(viewer, { clientId, contactId }))
  const code = unseal(String((await searchParams).made ?? ''), contactId, now())
  const t = text('account')
  const until = dayInYear(dayOf(now(), viewer.zone).add({ days: cardDays }), viewer.zone)
  return (
    <>
      <PageHead title={t('cardTitle')} lead={t('cardLead', { name, days: cardDays })}>
        <ButtonLink href={paths.client(clientId)}>{t('cardBack', { name })}</ButtonLink>
      </PageHead>
      {!maySignIn && (
        <Notice
          action={<ButtonLink href={paths.editContact(clientId, contactId)}>{t('cardAllow')}</ButtonLink>}
        >
          {t('cardNeedsSignIn')}
        </Notice>
      )}
      {code && (
        <>
          <SignInCard
            name={name}
            practice={viewer.practiceName}
            code={code}
            address={origin() + paths.signInWithCard()}
            target={origin() + paths.signInWithCard(code)}
            until={until}
          />
          <p className="acts no-print">
            <Button look="go" icon={Printer} data-print="">
              {t('cardPrint')}
            </Button>
          </p>
          <p className="tiny no-print">{t('cardShown')}</p>
        </>
      )}
      {maySignIn && (
        <div className="no-print card-make">
          <ActionButton action={makeSignInCard} fields={{ clientId, contactId }} look={code ? 'quiet' : 'go'}>
            {t(code ? 'cardAgain' : 'cardMake')}
          </ActionButton>
          <p className="tiny">{t('cardPrevious')}</p>
        </div>
      )}
    </>
  )
}
