import { FitTable } from '@/components/fit/fit-table'
import { SafetyList } from '@/components/safety/safety-list'
import { CloseFlagForm, OpenFlagForm } from '@/components/safety/vet-flag-forms'
import { VetFlags } from '@/components/safety/vet-flags'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/section'
import { tickSafetyItem } from '@/lib/actions/safety'
import { closeFlag, openFlag } from '@/lib/actions/vet-flag'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { fitsOf } from '@/lib/data/fit'
import { safetyOf } from '@/lib/data/safety'
import { canTrain } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('safety')('title') }

export default async function SafetyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const safety = await orNotFound(safetyOf(viewer, id, now()))
  const fits = await fitsOf(viewer, id)
  const trains = canTrain(viewer)
  const t = text('safety')
  const { animalName: name, species } = safety
  return (
    <>
      <Breadcrumb items={[{ href: paths.animal(id), label: <bdi>{name}</bdi> }]} />
      <PageHead title={t('pageTitle', { name })} lead={t('lead', { site: safety.site || 'home' })} />
      <div className="cols cols-even">
        <div className="stack">
          {safety.ok && <Notice tone="saved">{t('allHold')}</Notice>}
          <SafetyList safety={safety} animalId={id} tick={trains ? tickSafetyItem : null} />
        </div>
        <div className="stack">
          <VetFlags flags={safety.vetFlags} animalId={id} zone={viewer.zone}>
            {(flag) => trains && <CloseFlagForm flag={flag} action={closeFlag} />}
          </VetFlags>
          {trains && (
            <Disclosure summary={t('vet.openTitle')}>
              <OpenFlagForm animalId={id} species={species} action={openFlag} />
            </Disclosure>
          )}
          <FitTable fits={fits} units={viewer.units} weightG={safety.weightG} />
        </div>
      </div>
    </>
  )
}
