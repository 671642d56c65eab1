import { quietKey } from '@/components/home/todo'
import { proposeHomework } from '@/lib/domain/note/propose-homework'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { NoteAnimal } from '@/lib/domain/note/pages'
import type { AnimalToSign } from './sign-form'

/**
 * An animal as the signing page shows it: homework begins with the wording of the stage decided for. Where it is to
 * rest, by the decision or by the rules, its household will read that and no homework.
 */
export function animalToSign(animal: NoteAnimal, standing: AnimalStanding | undefined): AnimalToSign {
  const { animalId, name, decision } = animal
  const rests = decision === 'pause' || standing?.recommendation === 'pause'
  return {
    animalId,
    name,
    hasPlan: standing !== undefined,
    decision,
    homework: standing ? [proposeHomework(standing.protocol, standing.state, decision)] : [],
    rests,
    quiet: quietKey(standing ? { ...standing, ...(rests && { recommendation: 'pause' }) } : null),
  }
}
