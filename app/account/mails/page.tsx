import { OwnMails } from '@/components/mail/own-mails'
import { NewsChoice } from '@/components/news/news-choice'
import { PushDevices } from '@/components/news/push-devices'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Section } from '@/components/ui/section'
import { chooseMailsAtHome, chooseMailsAtWork } from '@/lib/actions/mail'
import { chooseOwnNews, ringThisDevice, takeDeviceAway } from '@/lib/actions/news'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { currentTokenHash, requirePerson } from '@/lib/auth/viewer'
import { ownMailsOf } from '@/lib/data/mail-choice'
import { newsChoiceOf } from '@/lib/data/news'
import { devicesOf } from '@/lib/data/push-device'
import { isDemo } from '@/lib/env'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { publicKey } from '@/lib/push/signature'

export const generateMetadata = titled(() => text('news')('choose'))

export default async function WhatIAmToldPage() {
  const viewer = await requirePerson()
  const current = await currentTokenHash()
  const [mails, choice, devices] = await orNotFound(
    Promise.all([ownMailsOf(viewer), newsChoiceOf(viewer), devicesOf(viewer, current)]),
  )
  const t = text('mails')
  return (
    <div className="rooms">
      <Breadcrumb items={[{ href: paths.account(), label: text('account')('title') }]} />
      <PageHead title={text('news')('choose')} />
      <NewsChoice choice={choice} reader={viewer.kind} action={chooseOwnNews} />
      <PushDevices
        devices={devices}
        zone={viewer.zone}
        publicKey={publicKey()}
        isDemo={isDemo()}
        actions={{ add: ringThisDevice, remove: takeDeviceAway }}
      />
      <Section title={t('title')}>
        <p className="quiet">{mails.email === null ? t('noAddress') : t('lead', { email: mails.email })}</p>
      </Section>
      <OwnMails mails={mails} actions={{ home: chooseMailsAtHome, work: chooseMailsAtWork }} />
    </div>
  )
}
