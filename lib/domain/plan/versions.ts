import { gearOf, type Gear } from '@/lib/domain/protocol/gear'
import type { Protocol, Stage, StagePlace } from '@/lib/domain/protocol/protocol'
import { stageOf, stagePlacesOf } from '@/lib/domain/protocol/stage'

/** Protocol versions by id: every one that an animal's plans have been under. */
export type Versions = Readonly<Record<string, Protocol>>

/** The stage of an earlier record: as the pinned version has it, else as one that was used before. */
export function stageAmong(pinned: Protocol, versions: Versions, key: string): Stage | null {
  for (const protocol of [pinned, ...Object.values(versions)]) {
    const stage = stageOf(protocol, key)
    if (stage) return stage
  }
  return null
}

/** What was worn in the stage of an earlier record; nothing where no version has it. */
export function gearAmong(pinned: Protocol, versions: Versions, key: string): Gear {
  const protocol = [pinned, ...Object.values(versions)].find((one) => stageOf(one, key))
  return protocol ? gearOf(protocol, key) : 'none'
}

const howFarOut: Record<StagePlace, number> = { indoor: 0, threshold: 1, outdoor: 2 }
export const isFurtherOut = (place: StagePlace, than: StagePlace): boolean =>
  howFarOut[place] > howFarOut[than]

/**
 * Stage key -> place over all versions used, so that a red flag at the door stays one when its stage is gone.
 * Where versions differ the place further out holds; `library` answers for keys that none of them has.
 */
export function placesAmong(library: Protocol, versions: Versions): Readonly<Record<string, StagePlace>> {
  const used: Record<string, StagePlace> = {}
  for (const protocol of Object.values(versions)) {
    for (const [key, place] of Object.entries(stagePlacesOf(protocol))) {
      const known = used[key]
      if (known === undefined || isFurtherOut(place, known)) used[key] = place
    }
  }
  return { ...stagePlacesOf(library), ...used }
}
