import { draftFrom } from '@/lib/domain/protocol/draft'
import { catHarnessLeash } from '@/lib/domain/protocol/library'
import type { Protocol, Stage } from '@/lib/domain/protocol/protocol'

const copied = draftFrom(catHarnessLeash, { key: 'slow-door', name: 'Slow door: for very fearful cats' })

const otherwise = (stages: readonly Stage[], of: Record<string, Partial<Stage>>): Stage[] =>
  stages.map((stage) => ({ ...stage, ...of[stage.key] }))

/** The practice's own: half as long again in every stage, and the harness comes from another room. */
export const slowDoor: Protocol = {
  ...copied,
  version: 1,
  stages: otherwise(
    copied.stages.map((stage) => ({ ...stage, minDays: Math.ceil(stage.minDays * 1.5) })),
    {
      C1: {
        exercises: [
          'harness on the floor of the next room, door open, for two days',
          'harness on the floor by the food bowl or bed',
          'scatter treats 1 m away, then 50 cm, then touching',
          'open and close the buckle or Velcro in another room, treat after the sound',
        ],
        homework:
          'Leave it lying in the next room first. When nobody looks at it any more, bring it one step closer.',
      },
      C6: { stepBackTo: 'C4' },
    },
  ),
  alternative: { ...copied.alternative, restartAt: 'C1' },
}

const strap: Stage = {
  key: 'C2b',
  name: 'One strap, open',
  minDays: 4,
  minSessionDays: 3,
  targetSec: 60,
  reps: 5,
  place: 'indoor',
  leash: false,
  gate: false,
  dose: '1-2 mini sessions a day, 5 reps, 1 min',
  entry: 'C2 advanced',
  exercises: ['strap over the neck, open, treat, off', 'strap for the length of one lick mat'],
  advance: '4-5 of 5 reps with the cat eating within 5 s, 3 sessions running, on 2 or more days',
  back: '2 of the last 3 sessions tense or worse',
  stop: 'not used at this stage',
  signs: 'leaning away, skin twitch, stops licking',
  homework: 'The strap lies on, and nothing is closed. Lick mat down, strap on, strap off, lick mat away.',
  ticks: [],
}

/** Two months wiser: a stage between the drape and the buckle, and less time asked of each touch. */
export const slowDoorAgain: Protocol = {
  ...slowDoor,
  version: 2,
  stages: otherwise(slowDoor.stages, {
    C2: { dose: '2 mini sessions a day, 5 reps, 1 min; never two days in a row with a twitch' },
    C3: { entry: 'C2b advanced; fit check done (two fingers, both straps)' },
  }).flatMap((stage) => (stage.key === 'C2' ? [stage, strap] : [stage])),
}
