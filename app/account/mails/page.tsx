import { OwnMails } from '@/components/mail/own-mails'
import { NewsChoice } from '@/components/news/news-choice'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Section } from '@/components/ui/section'
import { chooseMailsAtHome, chooseMailsAtWork } from '@/lib/actions/mail'
import { chooseOwnNews } from '@/lib/actions/news'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requirePerson } from '@/lib/auth/viewer'
import { ownMailsOf } from '@/lib/data/mail-choice'
import { newsChoiceOf } from '@/lib/data/news'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('news')('choose'))

export default async function WhatIAmToldPage() {
  const viewer = await requirePerson()
  const [mails, choice] = await orNotFound(Promise.all([ownMailsOf(viewer), newsChoiceOf(viewer)]))
  const t = text('mails')
  return (
    <div className="rooms">
      <Breadcrumb items={[{ href: paths.account(), label: text('account')('title') }]} />
      <PageHead title={text('news')('choose')} />
      <NewsChoice choice={choice} reader={viewer.kind} action={chooseOwnNews} />
      <Section title={t('title')}>
        <p className="quiet">{mails.email === null ? t('noAddress') : t('lead', { email: mails.email })}</p>
      </Section>
      <OwnMails mails={mails} actions={{ home: chooseMailsAtHome, work: chooseMailsAtWork }} />
    </div>
  )
}
