/** The kinds of rows a plan's way is made of; `undo` takes an earlier row back, `change_version` another protocol. */
export const stageEntryKinds = [
  'start',
  'advance',
  'step_back',
  'pause',
  'resume',
  'stop_enrich',
  'change_version',
  'complete',
  'undo',
] as const
export type StageEntryKind = (typeof stageEntryKinds)[number]

/** What a consultant may decide at the end of a visit: the five recommendations. */
export const decisions = ['advance', 'stay', 'step_back', 'pause', 'stop_enrich'] as const
export type Decision = (typeof decisions)[number]

/** How a plan may end, and end well: out on a leash, out now and then or other things to do, content indoors. */
export const outcomes = ['leash_walks', 'occasional', 'indoors'] as const
export type Outcome = (typeof outcomes)[number]

/** Own property, shared yard, street or park, crowd or dog park. */
export const goalRisks = ['low', 'medium', 'high', 'very_high'] as const
export type GoalRisk = (typeof goalRisks)[number]
