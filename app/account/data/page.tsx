import { TakeData } from '@/components/data/take-data'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('data')
export const generateMetadata = titled(() => t('title'))

type Props = { searchParams: Promise<{ not?: string }> }

export default async function OwnDataPage({ searchParams }: Props) {
  await requireGuardian()
  const { not } = await searchParams
  return (
    <div className="rooms">
      <Breadcrumb items={[{ href: paths.account(), label: text('account')('title') }]} />
      <PageHead title={t('title')} />
      <TakeData address={paths.downloadOwnData()} not={not} />
    </div>
  )
}
