import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MailView } from '@/components/account/mail-view'
import { PublicShell } from '@/components/shell/public-shell'
import { EmptyState } from '@/components/ui/empty-state'
import { isDemo } from '@/lib/env'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { zoneHere } from '@/lib/format/zones'
import { mailInDemo, mailsInDemo } from '@/lib/mail/postbox'

export const metadata: Metadata = { title: text('mail')('outbox.title') }

type Props = { searchParams: Promise<{ mail?: string | string[] }> }

/** The demo's letter box: nothing is sent there, so mails are read here. */
export default async function OutboxPage({ searchParams }: Props) {
  const wanted = (await searchParams).mail
  if (!isDemo()) notFound()
  const t = text('mail')
  const mails = await mailsInDemo()
  const open = await mailInDemo(String(wanted ?? mails[0]?.id ?? ''))
  return (
    <PublicShell form="wide">
      <h1>{t('outbox.title')}</h1>
      <p className="quiet">{t('outbox.lead')}</p>
      {open ? (
        <MailView
          open={open}
          mails={mails.map((mail) => ({ ...mail, when: dayAndTime(mail.createdAt, zoneHere()) }))}
        />
      ) : (
        <EmptyState title={t('outbox.empty')}>{t('outbox.emptyLead')}</EmptyState>
      )}
    </PublicShell>
  )
}
