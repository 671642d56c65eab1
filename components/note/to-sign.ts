import { proposeHomework } from '@/lib/domain/note/propose-homework'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { NoteAnimal } from '@/lib/domain/note/pages'
import type { AnimalToSign } from './sign-form'

/** An animal as the signing page shows it: homework begins with the wording of the stage decided for. */
export const animalToSign = (animal: NoteAnimal, standing: AnimalStanding | undefined): AnimalToSign => ({
  animalId: animal.animalId,
  name: animal.name,
  hasPlan: standing !== undefined,
  decision: animal.decision,
  homework: standing ? [proposeHomework(standing.protocol, standing.state, animal.decision)] : [],
})
