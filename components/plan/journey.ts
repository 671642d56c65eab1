import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Coat } from '@/lib/domain/animal/coats'

/** One stage of a way, ready to draw. Every word arrives translated and every date formatted. */
export type JourneyStage = {
  key: string
  name: string
  state: 'done' | 'here' | 'next' | 'far'
  place: 'indoor' | 'threshold' | 'outdoor'
  /** "19 Mar" or "day 10". */
  since?: string
  /** "again 2 Apr", after a step back. */
  again?: string
  needsSafety?: boolean
  /** "3 wins and a rest". */
  note?: string
}

/** A step back: from the later stage to the earlier one. `label` is "2–13 Apr" or "a loop back in April". */
export type JourneyLoop = { from: string; to: string; label: string }

export type JourneyAnimal = { name: string; species: Species; coat?: Coat | null; photo?: string }

export type Journey = {
  animal: JourneyAnimal
  stages: readonly JourneyStage[]
  loops?: readonly JourneyLoop[]
}

/** "Hold the leash, cat leads" is "Hold the leash" in a drawing. */
export const shortName = (name: string) => (name.length > 20 ? (name.split(',')[0]?.trim() ?? name) : name)

/** Words into lines of about `width` letters; what does not fit in `most` lines ends in an ellipsis. */
export function lines(words: string, width: number, most: number): string[] {
  const made: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = made.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      made[made.length - 1] = `${last} ${word}`
    else made.push(word)
  }
  if (made.length <= most) return made
  return [...made.slice(0, most - 1), `${made[most - 1] ?? ''}…`]
}

/** Index of the stage the animal stands on; -1 before the first and after the last. */
export const standing = (stages: readonly JourneyStage[]) => stages.findIndex(({ state }) => state === 'here')

/** Index of the stage at the door, or of the first one beyond it; the number of stages when all is indoors. */
export function doorIndex(stages: readonly JourneyStage[]): number {
  const at = stages.findIndex(({ place }) => place !== 'indoor')
  return at === -1 ? stages.length : at
}

export function indexOf(stages: readonly JourneyStage[], key: string): number {
  return stages.findIndex((stage) => stage.key === key)
}
