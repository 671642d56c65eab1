import type { Tx } from '@/db/client'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { NoteAnimal } from '@/lib/domain/note/pages'
import { observed } from '@/lib/domain/observation/live/observed'
import { isUnmeasured } from '@/lib/domain/observation/live/propose'
import { measuredBlock } from '@/lib/format/measured-block'
import { newestAt } from './live-rows'

/** The blocks of a draft, with what was watched live at its visit where nobody wrote a measure of their own. */
export async function withMeasures(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  animals: NoteAnimal[],
): Promise<NoteAnimal[]> {
  const watched = await newestAt(tx, viewer, visitId)
  return animals.map((animal) => {
    const seen = observed(watched.get(animal.animalId)?.events ?? [])
    if (!seen || !isUnmeasured(animal.block)) return animal
    return { ...animal, block: { ...animal.block, ...measuredBlock(seen) } }
  })
}
