import { AskErasure } from '@/components/data/ask-erasure'
import { TakeData } from '@/components/data/take-data'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { askToBeErased, withdrawWish } from '@/lib/actions/erasure'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { ownErasureOf } from '@/lib/data/erasure'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('data')
export const generateMetadata = titled(() => t('title'))

type Props = { searchParams: Promise<{ not?: string }> }

export default async function OwnDataPage({ searchParams }: Props) {
  const viewer = await requireGuardian()
  const erasure = await orNotFound(ownErasureOf(viewer, viewer.clientId))
  const { not } = await searchParams
  return (
    <div className="rooms">
      <Breadcrumb items={[{ href: paths.account(), label: text('account')('title') }]} />
      <PageHead title={t('title')} lead={t('lead', { name: erasure.household })} />
      <TakeData address={paths.downloadOwnData()} not={not} />
      <AskErasure
        erasure={erasure}
        clientId={viewer.clientId}
        zone={viewer.zone}
        actions={{ ask: askToBeErased, withdraw: withdrawWish }}
      />
    </div>
  )
}
