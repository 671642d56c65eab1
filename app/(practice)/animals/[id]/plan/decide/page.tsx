import { notFound } from 'next/navigation'
import { DecisionForm } from '@/components/plan/decision-form'
import { CompletePart, ResumePart } from '@/components/plan/end-forms'
import { IndoorsPart } from '@/components/plan/outcome'
import { versionName } from '@/components/plan/stage-names'
import { ReadinessPanel } from '@/components/readiness/readiness-panel'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { complete, decide, resume } from '@/lib/actions/plan'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { newSessionFor } from '@/lib/data/session-page'
import { canTrain } from '@/lib/domain/access/can'
import { snapshotOf } from '@/lib/domain/standing/snapshot'
import { text } from '@/lib/format/text'
import { verdict } from '@/lib/format/verdict'
import { paths } from '@/lib/paths'

export const metadata = { title: text('plan')('decide') }

export default async function DecidePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { standing, name } = await orNotFound(newSessionFor(viewer, { animalId: id }, now()))
  if (!standing || !canTrain(viewer)) notFound()
  const t = text('plan')
  const back = paths.animal(id)
  return (
    <>
      <Breadcrumb items={[{ href: back, label: <bdi>{name}</bdi> }]} />
      <PageHead title={t('decideTitle', { name })} lead={t('decideLead')} />
      <div className="cols cols-even">
        <div className="stack">
          <ResumePart standing={standing} action={resume} />
          {standing.status !== 'enrichment' && (
            <DecisionForm standing={standing} action={decide} cancelHref={back} />
          )}
          <CompletePart standing={standing} action={complete} />
          {standing.status !== 'enrichment' && (
            <p className="small quiet">
              {t('otherLead', { version: versionName(standing.protocol) })}{' '}
              <a href={paths.changeVersion(id)}>{t('otherLook')}</a>
            </p>
          )}
        </div>
        <div className="stack">
          {standing.status === 'enrichment' ? (
            <IndoorsPart standing={standing} />
          ) : (
            <ReadinessPanel
              kept={snapshotOf(standing, verdict(standing.sentence))}
              animalId={id}
              name={name}
              computed={standing.today}
              zone={viewer.zone}
            />
          )}
        </div>
      </div>
    </>
  )
}
