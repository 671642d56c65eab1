import type { Stage } from '@/lib/domain/protocol/protocol'
import {
  bodyLevelKeys,
  choices,
  endings,
  foods,
  goodSignsBySpecies,
  healthSigns,
  redEvents,
  signsBySpecies,
  tensions,
  triggerDistances,
  triggers,
  type BodyLevel,
  type Species,
} from '../vocabulary'
import type { Tap } from './event'
import { milestones } from './milestones'
import type { Observed } from './observed'

/**
 * What can be tapped, as buttons and as keys: a button taps or opens the next buttons. `name` is a path in the
 * catalogues; `letter` is the key that presses it, one of its own among the buttons beside it.
 */
export type Button = { name: string; letter: string } & ({ tap: Tap } | { opens: readonly Button[] })

/** The buttons of this species and stage: the leash and repetitions only where the stage has them. */
export function boardOf(
  species: Species,
  stage: Pick<Stage, 'leash' | 'reps'> | null,
  seen: Pick<Observed, 'running' | 'worn'> | null,
): Button[] {
  const stress = Object.values(signsBySpecies[species]).flat()
  const health = healthSigns.filter((sign) => sign.species.includes(species)).map(({ key }) => key)
  const ends = [
    { name: 'live.stop', tap: { what: 'stop' } as const },
    ...endings.map((ended) => ({ name: `ended.${ended}`, tap: { what: 'stop', ended } as const })),
  ]
  return [
    ...bodyLevelKeys.map((key, level) => ({
      ...{ name: `body.${key}`, letter: String(level + 1) },
      tap: { what: 'body', level: level as BodyLevel } as const,
    })),
    seen?.running
      ? { name: 'live.end', letter: ' ', opens: lettered(ends) }
      : { name: seen ? 'live.goOn' : 'live.start', letter: ' ', tap: { what: 'start' } },
    menu('signs', 's', stress, (sign) => ({ name: `sign.${sign}`, tap: { what: 'sign', sign } })),
    menu('goodSigns', 'g', goodSignsBySpecies[species], (sign) => ({
      ...{ name: `sign.${sign}`, tap: { what: 'sign', sign } },
    })),
    { name: 'live.recovered', letter: 'k', tap: { what: 'recovered' } },
    {
      name: seen?.worn ? 'live.gearOff' : 'live.gearOn',
      letter: 'x',
      tap: { what: 'gear', on: !seen?.worn },
    },
    menu('waiting', 'w', milestones, (of) => ({ name: `live.cue.${of}`, tap: { what: 'cue', of } })),
    menu('reached', 'a', milestones, (milestone) => ({
      ...{ name: `live.reachedIt.${milestone}`, tap: { what: 'reached', milestone } },
    })),
    menu('food', 'f', foods, (food) => ({ name: `food.${food}`, tap: { what: 'food', food } })),
    menu('choice', 'c', choices, (choice) => ({ name: `choice.${choice}`, tap: { what: 'choice', choice } })),
    ...(stage?.leash
      ? [
          menu('tension', 'l', tensions, (tension) => ({
            ...{ name: `tension.${tension}`, tap: { what: 'leash', tension } },
          })),
        ]
      : []),
    ...(stage?.reps === undefined
      ? []
      : [
          { name: 'live.trialOk', letter: 'y', tap: { what: 'trial', ok: true } as const },
          { name: 'live.trialNot', letter: 'n', tap: { what: 'trial', ok: false } as const },
        ]),
    menu('trigger', 't', triggers, (trigger) => ({
      name: `trigger.${trigger}`,
      ...(trigger === 'none'
        ? { tap: { what: 'trigger', trigger } }
        : {
            opens: lettered(
              triggerDistances.map((distance) => ({
                ...{
                  name: `triggerDistance.${distance}`,
                  tap: { what: 'trigger', trigger, distance } as const,
                },
              })),
            ),
          }),
    })),
    menu('red', 'r', redEvents, (event) => ({ name: `event.${event}`, tap: { what: 'red', event } })),
    menu('health', 'h', health, (sign) => ({ name: `health.${sign}`, tap: { what: 'health', sign } })),
  ]
}

/** What a key does where one stands: taps, opens, takes back, or nothing. Capital letters are the same keys. */
export function pressed(
  open: readonly Button[],
  key: string,
): { tap: Tap } | { opens: readonly Button[] } | 'undo' | 'close' | null {
  if (key === 'Escape') return 'close'
  const letter = key.toLowerCase()
  const button = open.find((one) => one.letter === letter)
  if (button) return 'tap' in button ? { tap: button.tap } : { opens: button.opens }
  return letter === 'z' ? 'undo' : null
}

type Unlettered = { name: string } & ({ tap: Tap } | { opens: readonly Button[] })

function menu<Key extends string>(
  name: string,
  letter: string,
  keys: readonly Key[],
  button: (key: Key) => Unlettered,
): Button {
  return { name: `live.${name}`, letter, opens: lettered(keys.map(button)) }
}

/** Every button gets the first letter of its own words that is still free, else any; z stays with undo. */
function lettered(buttons: readonly Unlettered[]): Button[] {
  const taken = new Set(['z'])
  return buttons.map((button) => {
    const own = button.name.slice(button.name.lastIndexOf('.') + 1).replace(/[^a-z]/g, '')
    const letter = [...own, ...alphabet].find((one) => !taken.has(one)) ?? ''
    taken.add(letter)
    return { ...button, letter }
  })
}

const alphabet = 'abcdefghijklmnopqrstuvwxy0123456789'
