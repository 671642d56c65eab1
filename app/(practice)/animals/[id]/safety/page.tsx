import { SafetyItemForm, SafetyRecords } from '@/components/safety/safety-form'
import { SafetyLines } from '@/components/safety/safety-brief'
import { CloseFlagForm, VetFlags } from '@/components/safety/vet-flags'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Section } from '@/components/ui/section'
import { takeSafetyItemBack, tickSafetyItem } from '@/lib/actions/safety'
import { closeFlag } from '@/lib/actions/vet-flag'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { safetyOf } from '@/lib/data/safety'
import { canTrain } from '@/lib/domain/access/can'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('safety')('title') }

export default async function SafetyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const safety = await orNotFound(safetyOf(viewer, id, dayOf(now(), viewer.zone)))
  const trains = canTrain(viewer)
  const t = text('session')
  const { animalName: name, species } = safety
  return (
    <>
      <Breadcrumb items={[{ href: paths.animal(id), label: <bdi>{name}</bdi> }]} />
      <PageHead
        title={t('safety.title', { name })}
        lead={t('safety.lead', { site: safety.site || 'home' })}
      />
      <div className="cols cols-even">
        <div className="stack">
          <Section title={text('safety')('title')}>
            <SafetyLines lines={safety.lines} />
          </Section>
          <VetFlags flags={safety.vetFlags} animalId={id} zone={viewer.zone}>
            {(flag) => trains && <CloseFlagForm flag={flag} action={closeFlag} />}
          </VetFlags>
        </div>
        <div className="stack">
          {trains && <SafetyItemForm animalId={id} species={species} action={tickSafetyItem} />}
          <SafetyRecords
            records={safety.records}
            species={species}
            withdraw={trains ? takeSafetyItemBack : null}
          />
        </div>
      </div>
    </>
  )
}
