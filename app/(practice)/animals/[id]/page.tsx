import { VetVisitsAhead } from '@/components/animal/vet-visits'
import { AnimalActs } from '@/components/plan/animal-acts'
import { AnimalHead } from '@/components/plan/animal-head'
import { AnimalSessions, AnimalStory } from '@/components/plan/animal-page'
import { HomeworkNow } from '@/components/plan/homework-now'
import { Measures } from '@/components/plan/measures'
import { PlanChanges } from '@/components/plan/plan-changes'
import { SafetyBrief } from '@/components/safety/safety-brief'
import { CloseFlagLink, VetFlags } from '@/components/safety/vet-flags'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { undoChange } from '@/lib/actions/plan'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { animalOverview } from '@/lib/data/animal-overview'
import { canTrain } from '@/lib/domain/access/can'
import { paths } from '@/lib/paths'
import { text } from '@/lib/format/text'

export const metadata = { title: text('animal')('title') }

export default async function AnimalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const animal = await orNotFound(animalOverview(viewer, id, now()))
  const { standing, finished, plan } = animal
  const trains = canTrain(viewer)
  const gated = standing?.protocol.stages.find(({ gate }) => gate)?.name ?? null
  return (
    <>
      <Breadcrumb items={[{ href: paths.client(animal.clientId), label: <bdi>{animal.household}</bdi> }]} />
      <AnimalHead animal={animal} units={viewer.units}>
        <AnimalActs animal={animal} trains={trains} />
      </AnimalHead>
      <div className="cols">
        <div className="stack">
          <AnimalStory animal={animal} zone={viewer.zone} />
          <AnimalSessions animal={animal} />
        </div>
        <aside className="stack">
          <VetFlags flags={animal.vetFlags} animalId={id} zone={viewer.zone}>
            {() => trains && <CloseFlagLink animalId={id} />}
          </VetFlags>
          <VetVisitsAhead animalId={id} visits={animal.vetVisits} />
          <HomeworkNow homework={animal.homework} zone={viewer.zone} />
          <SafetyBrief
            safety={animal.safety}
            neededFrom={gated}
            manageHref={trains ? paths.animalSafety(id) : null}
          />
          {plan && (
            <PlanChanges
              animalId={id}
              changes={plan.changes}
              versions={(standing ?? finished)?.versions ?? {}}
              zone={viewer.zone}
              memberId={trains ? viewer.memberId : null}
              undo={undoChange}
            />
          )}
          <Measures measures={animal.measures} species={animal.species} units={viewer.units} />
        </aside>
      </div>
    </>
  )
}
