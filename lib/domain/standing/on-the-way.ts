import type { AnimalStanding } from './standing'

/** The part of a standing that a way is drawn of: no score, no sentence, nobody's words. */
export type OnTheWay = Pick<
  AnimalStanding,
  | 'name'
  | 'species'
  | 'status'
  | 'protocol'
  | 'stageKey'
  | 'stageName'
  | 'dayInStage'
  | 'stageEnteredOn'
  | 'entries'
  | 'state'
>

/** A standing for somebody who is shown the way alone: the reasons and who decided are taken out. */
export function onTheWay(standing: AnimalStanding): OnTheWay {
  const { name, species, status, protocol, stageKey, stageName, dayInStage, stageEnteredOn } = standing
  return {
    ...{ name, species, status, protocol, stageKey, stageName, dayInStage, stageEnteredOn },
    entries: standing.entries.map(
      ({ id, kind, stageKey, fromStageKey, protocolId, enteredOn, undoes, pauseUntil }) => ({
        ...{ id, kind, stageKey, fromStageKey, protocolId, enteredOn, undoes, pauseUntil },
      }),
    ),
    state: { ...standing.state, pauseReason: '' },
  }
}
