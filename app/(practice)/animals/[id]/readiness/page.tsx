import { HistoryList } from '@/components/readiness/history-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { PageHead } from '@/components/ui/section'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { assessmentHistory } from '@/lib/data/assessment-history'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('readiness')('history.title') }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export default async function ReadinessHistoryPage({ params, searchParams }: Props) {
  const { id } = await params
  const viewer = await requireMember()
  const history = await orNotFound(assessmentHistory(viewer, id, Number((await searchParams).page ?? 1)))
  const { name, rows, total, page, pageSize } = history
  const t = text('readiness')
  const from = (page - 1) * pageSize
  return (
    <>
      <Breadcrumb items={[{ href: paths.animal(id), label: <bdi>{name}</bdi> }]} />
      <PageHead title={t('history.title')} lead={<bdi>{t('history.lead', { name })}</bdi>} />
      {rows.length === 0 ? (
        <EmptyState title={t('history.empty')}>{t('history.emptyLead')}</EmptyState>
      ) : (
        <HistoryList history={history} zone={viewer.zone} />
      )}
      <Pagination
        previous={page > 1 ? paths.readiness(id, page - 1) : undefined}
        next={from + rows.length < total ? paths.readiness(id, page + 1) : undefined}
        position={t('history.position', { from: from + 1, to: from + rows.length, total })}
      />
    </>
  )
}
