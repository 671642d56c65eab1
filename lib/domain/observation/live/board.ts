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
  type Sign,
  type Species,
  type Trigger,
} from '../vocabulary'
import type { Tap } from './event'
import { milestones } from './milestones'
import { nameOf } from './name'
import type { Observed } from './observed'

/**
 * What can be tapped, as buttons and as keys: a button taps or opens the next buttons. `name` is a path in the
 * catalogues; `letter` is the key that presses it, one of its own among the buttons beside it.
 */
export type Button = { name: string; letter: string } & ({ tap: Tap } | { opens: readonly Button[] })

/** The signs that stand on the screen themselves; the others open. Ours: what is seen most, and early. */
export const shownFirst: Record<Species, readonly Sign[]> = {
  cat: [
    ...(['ears_turned', 'lip_lick', 'tail_flick', 'ears_flat', 'crouch', 'freeze', 'flop'] as const),
    ...(['sniffing', 'tail_up', 'slow_blink'] as const),
  ],
  rat: [
    ...(['ears_turned', 'tail_flick', 'lean_away', 'freeze', 'fast_breathing', 'excess_groom'] as const),
    ...(['gnaw_gear', 'explores', 'forages', 'comes_to_hand'] as const),
  ],
}

/** The buttons of this species and stage: the leash and repetitions only where the stage has them. */
export function boardOf(
  species: Species,
  stage: Pick<Stage, 'leash' | 'reps'> | null,
  seen: Pick<Observed, 'running' | 'worn'> | null,
): Button[] {
  const stress = Object.values(signsBySpecies[species]).flat()
  const health = healthSigns.filter((sign) => sign.species.includes(species)).map(({ key }) => key)
  const ends: Tap[] = [{ what: 'stop' }, ...endings.map((ended) => ({ what: 'stop', ended }) as const)]
  return [
    ...bodyLevelKeys.map((_, level) =>
      button(String(level + 1), { what: 'body', level: level as BodyLevel }),
    ),
    seen?.running
      ? { name: 'live.end', letter: 'e', opens: lettered(ends.map(unlettered)) }
      : { ...button('e', { what: 'start' }), ...(seen ? { name: 'live.goOn' } : {}) },
    menu('signs', 's', stress, (sign) => ({ what: 'sign', sign })),
    menu('goodSigns', 'g', goodSignsBySpecies[species], (sign) => ({ what: 'sign', sign })),
    button('k', { what: 'recovered' }),
    button('x', { what: 'gear', on: !seen?.worn }),
    menu('waiting', 'w', milestones, (of) => ({ what: 'cue', of })),
    menu('reached', 'a', milestones, (milestone) => ({ what: 'reached', milestone })),
    menu('food', 'f', foods, (food) => ({ what: 'food', food })),
    menu('choice', 'c', choices, (choice) => ({ what: 'choice', choice })),
    ...(stage?.leash ? [menu('tension', 'l', tensions, (tension) => ({ what: 'leash', tension }))] : []),
    ...(stage?.reps === undefined
      ? []
      : [button('y', { what: 'trial', ok: true }), button('n', { what: 'trial', ok: false })]),
    { name: 'live.trigger', letter: 't', opens: lettered(triggers.map(withDistances)) },
    menu('red', 'r', redEvents, (event) => ({ what: 'red', event })),
    menu('health', 'h', health, (sign) => ({ what: 'health', sign })),
  ]
}

/** What a key presses among the buttons that are open; capital letters are the same keys. */
export function pressed(open: readonly Button[], key: string): Button | 'undo' | null {
  const letter = key.toLowerCase()
  return open.find((one) => one.letter === letter) ?? (letter === 'z' ? 'undo' : null)
}

type Unlettered = { name: string } & ({ tap: Tap } | { opens: readonly Button[] })

const unlettered = (tap: Tap) => ({ name: nameOf(tap), tap })
const button = (letter: string, tap: Tap): Button => ({ ...unlettered(tap), letter })

function menu<Key extends string>(
  name: string,
  letter: string,
  keys: readonly Key[],
  tap: (key: Key) => Tap,
): Button {
  return { name: `live.${name}`, letter, opens: lettered(keys.map((key) => unlettered(tap(key)))) }
}

/** Of whatever was about, how near it was; nothing was nowhere. */
function withDistances(trigger: Trigger): Unlettered {
  const tap = { what: 'trigger', trigger } as const
  if (trigger === 'none') return unlettered(tap)
  const opens = triggerDistances.map((distance) => ({
    ...{ name: `triggerDistance.${distance}`, tap: { ...tap, distance } },
  }))
  return { name: nameOf(tap), opens: lettered(opens) }
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
