import { species, type Species } from '@/lib/domain/observation/vocabulary'
import { protocolFor } from '@/lib/domain/protocol/library'
import { nextStage, stageOf, stagePlacesOf } from '@/lib/domain/protocol/stage'
import { assess } from './assess'
import { readSessions } from './sessions'
import type { Assessment, ReadinessInput, ReadinessSession, SafetyGate } from './types'

type Loose<T> = { [Key in keyof T]?: T[Key] | null | undefined }

/** One worked case as written down for people; whatever is left out has its documented default. */
export interface ReadinessCase {
  stage: string
  enteredDay: number
  asOf: number
  species?: Species | null | undefined
  animal?: string | null | undefined
  sessions?: readonly Loose<ReadinessSession>[] | null | undefined
  stepBacks?: number | null | undefined
  gate?: Loose<SafetyGate> | null | undefined
  openVet?: readonly string[] | null | undefined
  contextPause?: readonly string[] | null | undefined
  minDaysFactor?: number | null | undefined
}

/**
 * Assesses one worked case against the library protocols. Throws RangeError for a stage key that is in neither
 * protocol (the alternatives CE and RE have no assessment), for days or levels that are no numbers, and for a
 * factor outside 1-2.
 */
export function assessCase(given: ReadinessCase): Assessment {
  return assess(readCase(given))
}

/** The input of `assess` that a worked case stands for. */
export function readCase(given: ReadinessCase): ReadinessInput {
  const protocol = protocolFor(`${given.stage}`.startsWith('R') ? 'rat' : 'cat')
  const stage = stageOf(protocol, given.stage)
  if (!stage) throw new RangeError(`No assessment for stage "${given.stage}"`)
  const animal = given.animal ?? 'a'
  const input: ReadinessInput = {
    animal,
    species: readSpecies(given.species ?? protocol.species),
    stage,
    nextStage: nextStage(protocol, stage.key),
    stagePlaces: { ...stagePlacesOf(protocolFor('cat')), ...stagePlacesOf(protocolFor('rat')) },
    enteredDay: wholeNumber('enteredDay', given.enteredDay),
    asOf: wholeNumber('asOf', given.asOf),
    sessions: (given.sessions ?? []).map((session, index) => readSession(session, index, animal, stage.key)),
    stepBacks: given.stepBacks ?? 0,
    gate: readGate(given.gate),
    openVet: given.openVet ?? [],
    contextPause: given.contextPause ?? [],
    minDaysFactor: between('minDaysFactor', given.minDaysFactor ?? 1, 1, 2),
  }
  for (const { session } of readSessions(input)) refuseUnknownStage(session.stage, input.stagePlaces)
  return input
}

function readSession(
  given: Loose<ReadinessSession>,
  index: number,
  animal: string,
  stage: string,
): ReadinessSession {
  const level = between('stress', wholeNumber('stress', given.stress ?? 0), 0, 4)
  return {
    ...given,
    id: given.id ?? `#${index}`,
    animal: given.animal ?? animal,
    stage: given.stage ?? stage,
    day: wholeNumber('day', given.day),
    stress: level as NonNullable<ReadinessSession['stress']>,
  }
}

function readGate(given: Loose<SafetyGate> | null | undefined): SafetyGate {
  const missing = given?.missing ?? []
  return { ok: given?.ok ?? missing.length === 0, missing }
}

/** Sessions of the enrichment and free-roam tracks may be in the record; other strangers may not. */
function refuseUnknownStage(key: string, known: ReadinessInput['stagePlaces']): void {
  const tracks = species.map((one) => protocolFor(one).alternative.key)
  if (!Object.hasOwn(known, key) && !tracks.includes(key)) throw new RangeError(`Unknown stage "${key}"`)
}

function readSpecies(given: string): Species {
  const found = species.find((one) => one === given)
  if (!found) throw new RangeError(`Unknown species "${given}"`)
  return found
}

function wholeNumber(name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new RangeError(`${name} is not a whole number`)
  return value
}

function between(name: string, value: number, least: number, most: number): number {
  if (!(value >= least && value <= most)) throw new RangeError(`${name} is not between ${least} and ${most}`)
  return value
}
