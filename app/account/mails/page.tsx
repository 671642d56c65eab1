import { OwnMails } from '@/components/mail/own-mails'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { chooseMailsAtHome, chooseMailsAtWork } from '@/lib/actions/mail'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requirePerson } from '@/lib/auth/viewer'
import { ownMailsOf } from '@/lib/data/mail-choice'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('mails')
export const generateMetadata = titled(() => t('title'))

export default async function OwnMailsPage() {
  const viewer = await requirePerson()
  const mails = await orNotFound(ownMailsOf(viewer))
  return (
    <div className="rooms">
      <Breadcrumb items={[{ href: paths.account(), label: text('account')('title') }]} />
      <PageHead
        title={t('title')}
        lead={mails.email === null ? t('noAddress') : t('lead', { email: mails.email })}
      />
      <OwnMails mails={mails} actions={{ home: chooseMailsAtHome, work: chooseMailsAtWork }} />
    </div>
  )
}
