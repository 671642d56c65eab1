import type { Place } from '@/lib/domain/observation/vocabulary'
import type { Stage } from '@/lib/domain/protocol/protocol'
import type { TrainingSessionInput } from '@/lib/domain/observation/schema'
import type { Chance } from './random'
import { enrichment, said } from './said'
import type { AnimalStory, DayLetter } from './story'

/** Answers as a form sends them: what was not seen is left out. */
export type Observed = Partial<TrainingSessionInput> & { stress: number }
type Setting = {
  stage: Stage | null
  animal: AnimalStory
  byConsultant: boolean
  ago: number
  chance: Chance
}

/** One session's answers for a day of that kind, as a person would have tapped them. */
export function observe(letter: DayLetter, setting: Setting): Observed {
  const { stage, animal, byConsultant, ago, chance } = setting
  if (!stage) return freely(setting)
  const seen = answersFor(letter, setting, stage)
  const answers = byConsultant && animal.subtle && seen.stress === 0 ? closely(seen, chance) : seen
  const out = stage.place !== 'indoor'
  const words = said[letter]?.[out ? 'out' : 'indoor'] ?? []
  const own = animal.said?.[ago]
  return {
    exercise: stage.name,
    place: placeOf(stage, animal),
    noise: chance.pick(out ? ['low', 'medium'] : ['none', 'low']),
    ...(out ? { weather: chance.pick(['dry', 'dry', 'wet', 'wind', 'cold']) } : {}),
    ...answers,
    ...(stage.leash ? {} : { tension: undefined }),
    ...(byConsultant ? measured(letter, answers, chance) : {}),
    note: byConsultant ? '' : (own ?? (words.length > 0 && chance.happens(0.3) ? chance.pick(words) : '')),
  }
}

/** Time enough, a share of the target in seconds, to the ten as people say it. */
const lasting = (stage: Stage, low: number, high: number, chance: Chance) =>
  Math.max(10, Math.round((stage.targetSec * (low + (high - low) * chance.next())) / 10) * 10)

function answersFor(letter: DayLetter, { animal, chance }: Setting, stage: Stage): Observed {
  const isRat = animal.species === 'rat'
  const met = stage.place === 'indoor' || !animal.meets ? undefined : chance.pick(animal.meets)
  const meets = (share: number, distance: 'near' | 'medium' | 'far') =>
    met && chance.happens(share)
      ? { triggers: [met], triggerDistance: distance }
      : { triggers: ['none' as const] }
  switch (letter) {
    case 'G':
    case 'g': {
      const watchful = chance.happens(0.3)
      return {
        stress: watchful ? 1 : 0,
        signs: watchful
          ? [
              chance.pick(
                isRat ? ['ears_turned', 'tail_flick'] : ['ears_turned', 'watching_still', 'tail_flick'],
              ),
            ]
          : [],
        goodSigns: [goodSign(stage, isRat, chance)],
        durationSec: lasting(stage, 1, 1.5, chance),
        repsOk: chance.happens(0.7) ? 5 : 4,
        repsTotal: 5,
        food: chance.happens(0.8) ? 'quick' : 'slow',
        choice: chance.happens(0.75) ? 'came' : 'hesitated_joined',
        tension: chance.happens(0.8) ? 'slack' : 'brief',
        ended: chance.happens(0.8) ? 'as_planned' : 'animal_decided',
        ownerMood: chance.happens(0.7) ? 'win' : 'ok',
        ...meets(0.4, 'medium'),
      }
    }
    case 's':
      return {
        stress: 0,
        durationSec: lasting(stage, 0.25, 0.55, chance),
        repsOk: chance.between(1, 3),
        repsTotal: 5,
        food: 'slow',
        choice: chance.pick(['neutral', 'walked_off']),
        tension: 'slack',
        ended: 'animal_decided',
        ownerMood: 'ok',
        ...meets(0.1, 'far'),
      }
    case 'o':
      return {
        stress: 1,
        signs: ['watching_still'],
        durationSec: lasting(stage, 1, 1.3, chance),
        food: 'slow',
        choice: 'neutral',
        tension: 'slack',
        ended: 'as_planned',
        ownerMood: 'ok',
        ...meets(0.3, 'far'),
      }
    case 't':
      return {
        stress: 2,
        signs: isRat ? ['freeze'] : [chance.pick(['ears_flat', 'crouch', 'tail_tucked'])],
        durationSec: lasting(stage, 0.15, 0.35, chance),
        repsOk: 1,
        repsTotal: 5,
        food: 'sniffed',
        choice: 'walked_off',
        recovery: chance.pick(['<2m', '<10m']),
        tension: 'steady',
        ended: 'stopped_by_person',
        ownerMood: 'hard',
        ...meets(1, 'near'),
      }
    case 'n':
      return {
        stress: 1,
        signs: ['lean_away'],
        durationSec: 20,
        repsOk: 0,
        repsTotal: 5,
        food: 'refused',
        choice: 'avoided',
        ended: 'animal_decided',
        ownerMood: 'ok',
        triggers: ['none'],
      }
    case 'r':
      return {
        stress: 4,
        signs: ['panic_bolt', 'hide_long'],
        durationSec: 40,
        food: 'refused',
        choice: 'avoided',
        recovery: '<1h',
        tension: 'sudden',
        ended: 'something_happened',
        triggers: ['car', 'noise'],
        triggerDistance: 'near',
        noise: 'high',
        ownerMood: 'hard',
      }
    case 'v':
      return {
        stress: 1,
        signs: ['sat_down'],
        durationSec: lasting(stage, 0.3, 0.5, chance),
        food: 'quick',
        choice: 'neutral',
        tension: 'slack',
        ended: 'stopped_by_person',
        health: ['limp_or_pain'],
        triggers: ['none'],
        ownerMood: 'hard',
      }
    case '.':
      throw new RangeError('a day without training has no session')
  }
}

const goodSign = (stage: Stage, isRat: boolean, chance: Chance) => {
  if (isRat) return chance.pick(['explores', 'forages', 'relaxed_ears', 'comes_to_hand'] as const)
  if (stage.place === 'outdoor')
    return chance.pick(['sniffing', 'rolling', 'eats_grass', 'sits_and_watches'] as const)
  return chance.pick(['tail_up', 'slow_blink', 'plays', 'purrs', 'sits_and_watches'] as const)
}

function placeOf(stage: Stage, animal: AnimalStory): Place {
  if (stage.place === 'indoor') return stage.leash ? 'hall' : 'room'
  return stage.place === 'threshold' ? 'door' : (animal.site ?? 'own_garden')
}

/** The same session as a trained eye sees it. */
const closely = (seen: Observed, chance: Chance): Observed => ({
  ...seen,
  stress: 1,
  signs: [chance.pick(['lip_lick', 'ears_turned', 'tail_flick'] as const)],
})

/** What only a consultant takes: seconds to approach and to eat, and the stress score's three readings. */
function measured(letter: DayLetter, { stress, durationSec }: Observed, chance: Chance) {
  const peak = Math.min(7, 2 + stress)
  return {
    latencyApproachSec: letter === 'n' ? 180 : chance.between(2, 8 + stress * 15),
    latencyEatSec: letter === 'n' ? 240 : chance.between(1, 4 + stress * 12),
    longestCalmSec: stress > 1 ? 30 : Number(durationSec ?? 60),
    cssStart: Math.min(peak, chance.between(1, 2)),
    cssPeak: peak,
    cssEnd: Math.max(1, peak - 1),
  }
}

/** Under the indoor programme: no criterion, no leash, only what was done and liked. */
function freely({ animal, ago, chance }: Setting): Observed {
  return {
    exercise: chance.pick(enrichment),
    stress: 0,
    durationSec: chance.between(3, 20) * 60,
    food: 'slow',
    choice: 'came',
    goodSigns: [chance.pick(['sniffing', 'sits_and_watches', 'slow_blink'] as const)],
    triggers: ['none'],
    place: 'room',
    ended: 'animal_decided',
    ownerMood: 'win',
    note: animal.said?.[ago] ?? '',
  }
}
