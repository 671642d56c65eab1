import { vetVisitSchema } from '@/lib/domain/animal/vet-visit'
import { found } from '../as-viewer'
import { addVetVisit, removeVetVisit, vetVisitsOf } from '../vet-visit'
import type { StrangerCase, Target } from './cases'

const seesVet = (animalId: string) => vetVisitSchema.parse({ animalId, day: '2026-05-20', at: '10:00' })

async function written({ world, household }: Target): Promise<string> {
  await addVetVisit(world.consultant, seesVet(household.animalId))
  const [first] = await vetVisitsOf(world.consultant, household.animalId)
  return found(first).id
}

export const vetVisit: Record<string, StrangerCase> = {
  vetVisitsOf: async (stranger, target) => {
    await written(target)
    return vetVisitsOf(stranger, target.household.animalId)
  },
  addVetVisit: (stranger, { household }) => addVetVisit(stranger, seesVet(household.animalId)),
  removeVetVisit: async (stranger, target) => removeVetVisit(stranger, { id: await written(target) }),
}
