import { and, desc, eq } from 'drizzle-orm'
import { animal, note, noteAnimal, practice } from '@/db/schema'
import type { SharedValues } from '@/lib/domain/share/shared'
import { dayOf } from '@/lib/domain/time/time'
import { found } from './as-viewer'
import type { Reading } from './shared'
import { openFlagsOfAnimal, timesOf, weightsOfAnimal } from './vet-rows'

// What a vet's link reads of one animal. The row policies show these rows to no other link.

const theAnimal = ({ viewer, animal: { id } }: Reading) =>
  and(eq(animal.practiceId, viewer.practiceId), eq(animal.id, id))

export async function factsOf(reading: Reading): Promise<SharedValues['facts']> {
  const [row] = await reading.tx
    .select({
      breed: animal.breed,
      sex: animal.sex,
      neutering: animal.neutering,
      bornOn: animal.bornOn,
      bornPrecision: animal.bornPrecision,
      practicePhone: practice.phone,
      paper: practice.paper,
      units: practice.units,
    })
    .from(animal)
    .innerJoin(practice, eq(practice.id, animal.practiceId))
    .where(theAnimal(reading))
  const { bornOn, ...facts } = found(row)
  return { ...facts, bornOn: bornOn?.toString() ?? null }
}

/** Of the last signed note, the part of this animal that its household reads as well. */
export async function findingsOf({ tx, viewer, animal: { id } }: Reading): Promise<SharedValues['findings']> {
  const [row] = await tx
    .select({ block: noteAnimal.block, signedAt: note.signedAt })
    .from(noteAnimal)
    .innerJoin(note, and(eq(note.practiceId, noteAnimal.practiceId), eq(note.id, noteAnimal.noteId)))
    .where(
      and(
        eq(noteAnimal.practiceId, viewer.practiceId),
        eq(noteAnimal.animalId, id),
        eq(note.status, 'signed'),
      ),
    )
    .orderBy(desc(note.signedAt))
    .limit(1)
  if (!row?.signedAt) return { visitDay: null, seen: '', asked: '', times: {} }
  const { block, signedAt } = row
  return {
    visitDay: dayOf(signedAt, viewer.zone).toString(),
    seen: block.seen,
    asked: block.vetReferral,
    times: timesOf(block),
  }
}

/** The join keeps the animal's columns from being taken for those of the rows they are compared with. */
export async function weightsOf(reading: Reading): Promise<SharedValues['measures']> {
  const [row] = await reading.tx
    .select({ weights: weightsOfAnimal })
    .from(animal)
    .innerJoin(practice, eq(practice.id, animal.practiceId))
    .where(theAnimal(reading))
  return found(row).weights
}

export async function flagsOf(reading: Reading): Promise<SharedValues['flags']> {
  const [row] = await reading.tx
    .select({ flags: openFlagsOfAnimal(reading.viewer.zone) })
    .from(animal)
    .innerJoin(practice, eq(practice.id, animal.practiceId))
    .where(theAnimal(reading))
  return found(row).flags
}
