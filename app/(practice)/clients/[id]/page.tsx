import { ArchiveClient, ArchivedNotice } from '@/components/client/archive-client'
import { ClientAnimals } from '@/components/client/client-animals'
import { ClientVisits } from '@/components/client/client-visits'
import { Consents } from '@/components/client/consents'
import { ErasedNotice, ErasureOfClient } from '@/components/client/erasure-asked'
import { Home } from '@/components/client/home'
import { People } from '@/components/client/people'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { MessageSquare, Pencil, Share2 } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/section'
import { archiveOneClient, restoreOneClient } from '@/lib/actions/client'
import { confirmOneErasure, refuseOneErasure } from '@/lib/actions/erasure'
import { freeOneAddress } from '@/lib/actions/mail'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { clientPageWithStandings } from '@/lib/data/client-standings'
import { erasureOf } from '@/lib/data/erasure'
import { canRunPractice } from '@/lib/domain/access/can'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('client')('title') }

export default async function ClientPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { client, standings } = await orNotFound(clientPageWithStandings(viewer, id, now()))
  const erasure = await erasureOf(viewer, id, now())
  const t = text('client')
  const isArchived = client.archivedAt !== null
  const { ahead, past, people, animals, consents } = client
  if (erasure?.state === 'done')
    return (
      <>
        <Breadcrumb items={[{ href: paths.clients(), label: t('title') }]} />
        <PageHead title={client.name} />
        <ErasedNotice />
        <ClientVisits ahead={ahead} past={past} clientId={id} zone={client.zone} mayBook={false} />
      </>
    )
  return (
    <>
      <Breadcrumb items={[{ href: paths.clients(), label: t('title') }]} />
      <PageHead title={<bdi>{client.name}</bdi>}>
        <ButtonLink icon={MessageSquare} href={paths.thread(id)}>
          {text('thread')('title')}
        </ButtonLink>
        <ButtonLink icon={Pencil} href={paths.editClient(id)}>
          {t('page.edit')}
        </ButtonLink>
        <ButtonLink icon={Share2} href={paths.clientLinks(id)}>
          {text('share')('list.ofClient')}
        </ButtonLink>
      </PageHead>
      {erasure && (
        <ErasureOfClient
          erasure={erasure}
          household={client.name}
          zone={viewer.zone}
          mayAnswer={canRunPractice(viewer)}
          actions={{ confirm: confirmOneErasure, refuse: refuseOneErasure }}
        />
      )}
      {isArchived && <ArchivedNotice id={id} action={restoreOneClient} />}
      <div className="cols">
        <div className="stack">
          <ClientAnimals
            animals={animals}
            standings={standings}
            clientId={id}
            today={dayOf(now(), client.zone)}
          />
          <ClientVisits ahead={ahead} past={past} clientId={id} zone={client.zone} mayBook={!isArchived} />
        </div>
        <div className="stack">
          <Home client={client} practiceZone={viewer.zone} />
          <People people={people} clientId={id} free={freeOneAddress} />
          <Consents records={consents} clientId={id} zone={client.zone} />
          {!isArchived && <ArchiveClient id={id} action={archiveOneClient} />}
        </div>
      </div>
    </>
  )
}
