import { AskedAgain } from '@/components/readiness/asked-again'
import { causeWords } from '@/components/readiness/history-list'
import { PastPanel } from '@/components/readiness/past-panel'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/section'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { pastAssessment } from '@/lib/data/assessment-history'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('readiness')('history.title') }

type Props = { params: Promise<{ id: string; assessmentId: string }> }

export default async function PastReadinessPage({ params }: Props) {
  const { id, assessmentId } = await params
  const viewer = await requireMember()
  const past = await orNotFound(pastAssessment(viewer, { animalId: id, assessmentId }))
  const { row, name } = past
  const t = text('readiness')
  return (
    <>
      <Breadcrumb
        items={[
          { href: paths.animal(id), label: <bdi>{name}</bdi> },
          { href: paths.readiness(id), label: t('history.title') },
        ]}
      />
      <PageHead
        title={t('history.one', { date: dayInYear(row.asOf, viewer.zone) })}
        lead={<bdi>{t('history.oneLead', { cause: causeWords(row), stage: stageOf(past) })}</bdi>}
      >
        {row.sessionId && (
          <ButtonLink href={paths.session(id, row.sessionId)}>{t('history.toSession')}</ButtonLink>
        )}
        {row.noteVisitId && (
          <ButtonLink href={paths.visit(row.noteVisitId)}>{t('history.toVisit')}</ButtonLink>
        )}
      </PageHead>
      <div className="cols">
        <div className="stack">
          <PastPanel past={past} zone={viewer.zone} />
        </div>
        <aside className="stack">
          <AskedAgain past={past} />
        </aside>
      </div>
    </>
  )
}

const stageOf = ({ kept, row }: Awaited<ReturnType<typeof pastAssessment>>) => kept?.stageName ?? row.stageKey
