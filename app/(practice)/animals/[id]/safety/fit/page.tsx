import { FitForm } from '@/components/fit/fit-form'
import { FitTable } from '@/components/fit/fit-table'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { HistoryIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/section'
import { keepFit } from '@/lib/actions/fit'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { fitsOf } from '@/lib/data/fit'
import { safetyOf } from '@/lib/data/safety'
import { canTrain } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('safety')('fit.title') }

export default async function FitPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const safety = await orNotFound(safetyOf(viewer, id, now()))
  const fits = await fitsOf(viewer, id)
  const { animalName: name, clientId, species, photosAllowed, weightG } = safety
  const { units } = viewer
  const t = text('safety')
  return (
    <>
      <Breadcrumb items={[{ href: paths.animalSafety(id), label: t('pageTitle', { name }) }]} />
      <PageHead title={t('fit.titleOf', { name })} lead={t('fit.lead')} />
      <div className="cols cols-even">
        {canTrain(viewer) && (
          <FitForm
            {...{ animalId: id, clientId, species, units, photosAllowed }}
            before={fits[0]}
            action={keepFit}
          />
        )}
        <div className="stack">
          <FitTable fits={fits} units={units} weightG={weightG} />
          {safety.records.some(({ item }) => item === 'harness_fit') && (
            <p>
              <ButtonLink href={paths.safetyItem(id, 'harness_fit')} icon={HistoryIcon}>
                {t('history')}
              </ButtonLink>
            </p>
          )}
        </div>
      </div>
    </>
  )
}
