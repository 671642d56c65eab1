import { notFound, redirect } from 'next/navigation'
import { EscapePlan } from '@/components/safety/escape-plan'
import { ItemForm } from '@/components/safety/item-form'
import { SafetyRecords } from '@/components/safety/safety-records'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Ruler } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/section'
import { keepSafetyItem, takeSafetyItemBack } from '@/lib/actions/safety'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { safetyHistory, safetyOf } from '@/lib/data/safety'
import { canTrain } from '@/lib/domain/access/can'
import { itemOf, labelOfItem } from '@/lib/domain/safety/items'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('safety')('title') }

type Props = { params: Promise<{ id: string; item: string }> }

export default async function SafetyItemPage({ params }: Props) {
  const { id, item: key } = await params
  const viewer = await requireMember()
  const safety = await orNotFound(safetyOf(viewer, id, now()))
  const { species, clientId, photosAllowed } = safety
  const item = itemOf(key, species) ?? notFound()
  const records = await safetyHistory(viewer, id, item.key)
  const trains = canTrain(viewer)
  const t = text('safety')
  const practice = { name: viewer.practiceName, phone: safety.practicePhone }
  const up = { href: paths.animalSafety(id), label: t('pageTitle', { name: safety.animalName }) }
  if (item.key === 'harness_fit' && trains && records.length === 0) redirect(paths.animalFit(id))
  return (
    <>
      <Breadcrumb items={[up]} />
      <PageHead
        title={t(`short.${labelOfItem(item.key, species)}`)}
        lead={t(`item.${labelOfItem(item.key, species)}`)}
      />
      <div className="cols cols-even">
        <div className="stack">
          {item.key === 'escape_plan' && (
            <EscapePlan species={species} practice={practice} vet={safety.vet} />
          )}
          {trains && item.key === 'harness_fit' && (
            <p>
              <ButtonLink look="go" href={paths.animalFit(id)} icon={Ruler}>
                {t('fit.new')}
              </ButtonLink>
            </p>
          )}
          {trains && item.key !== 'harness_fit' && (
            <ItemForm
              {...{ animalId: id, clientId, item, photosAllowed }}
              site={safety.site}
              action={keepSafetyItem}
            />
          )}
        </div>
        <SafetyRecords
          {...{ records, species }}
          zone={viewer.zone}
          withdraw={trains ? takeSafetyItemBack : null}
        />
      </div>
    </>
  )
}
