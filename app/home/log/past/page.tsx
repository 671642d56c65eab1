import { AnimalSwitch } from '@/components/home/animal-switch'
import { PastLogView } from '@/components/log/past-log'
import { EmptyState } from '@/components/ui/empty-state'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { pastLogOf } from '@/lib/data/home'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('home')('past.title'))

type Props = { searchParams: Promise<{ animal?: string }> }

export default async function PastLogPage({ searchParams }: Props) {
  const viewer = await requireGuardian()
  const past = await orNotFound(pastLogOf(viewer, (await searchParams).animal))
  const t = text('home')
  if (!past.animal) return <EmptyState title={t('empty.title')}>{t('empty.lead')}</EmptyState>
  return (
    <div className="log-room">
      <AnimalSwitch animals={past.animals} current={past.animal.id} href={paths.homePast} />
      <PastLogView name={past.animal.name} sessions={inReadersWords(past.sessions)} />
    </div>
  )
}
