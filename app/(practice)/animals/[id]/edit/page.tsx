import { EditAnimalForm } from '@/components/animal/animal-forms'
import { ArchiveAnimal } from '@/components/animal/archive-animal'
import { Measures } from '@/components/animal/measures'
import { VetVisits } from '@/components/animal/vet-visits'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import {
  archiveOneAnimal,
  restoreOneAnimal,
  saveChangedAnimal,
  takeOutVetVisit,
  writeDownMeasures,
  writeDownVetVisit,
} from '@/lib/actions/animal'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { animalRecord } from '@/lib/data/animal'
import { measuresOf } from '@/lib/data/measure'
import { vetVisitsOf } from '@/lib/data/vet-visit'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('client')('page.edit') }

export default async function EditAnimalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const animal = await orNotFound(animalRecord(viewer, id))
  const measures = await measuresOf(viewer, id)
  const vetVisits = await vetVisitsOf(viewer, id)
  const t = text('animal')
  const { name, household } = animal
  const { units, zone } = viewer
  return (
    <>
      <Breadcrumb
        items={[
          { href: paths.client(animal.clientId), label: <bdi>{household}</bdi> },
          { href: paths.animal(id), label: <bdi>{name}</bdi> },
        ]}
      />
      <PageHead title={t('edit.title', { name })} lead={t('edit.lead', { household })} />
      <div className="stack">
        <EditAnimalForm action={saveChangedAnimal} animal={animal} />
        <Measures
          animal={animal}
          measures={measures}
          units={units}
          today={dayOf(now(), zone)}
          zone={zone}
          action={writeDownMeasures}
        />
        <VetVisits animalId={id} visits={vetVisits} add={writeDownVetVisit} takeOut={takeOutVetVisit} />
        <ArchiveAnimal
          id={id}
          name={name}
          isArchived={animal.archivedAt !== null}
          archive={archiveOneAnimal}
          restore={restoreOneAnimal}
        />
      </div>
    </>
  )
}
