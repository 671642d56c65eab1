'use client'
import { PassMark, ShortMark } from '@/components/ui/signs'
import { shownFirst, type Button } from '@/lib/domain/observation/live/board'
import type { Observed } from '@/lib/domain/observation/live/observed'
import type { Sign, Species, Tension } from '@/lib/domain/observation/vocabulary'
import type { LiveWords } from '@/lib/format/live-words'
import { Key, Press } from './pieces'
import { filled } from './words'

export type BoardProps = {
  species: Species
  buttons: readonly Button[]
  press: (button: Button) => void
  seen: Observed | null
  words: LiveWords
}

export const named = (buttons: readonly Button[], name: string) => buttons.find((one) => one.name === name)
const inside = (button: Button | undefined): readonly Button[] =>
  button && 'opens' in button ? button.opens : []

/** Everything between the clock and the faces. */
export function Board(props: BoardProps) {
  return (
    <div className="live-board">
      <Turns {...props} />
      <Leash {...props} />
      <Signs {...props} menu="live.signs" />
      <Signs {...props} menu="live.goodSigns" />
      <Others {...props} />
    </div>
  )
}

/** Turns of a set: a disc for each that went well, a ring for each that did not. */
function Turns({ buttons, press, seen, words: { buttons: names, say } }: BoardProps) {
  const [ok, not] = [named(buttons, 'live.trialOk'), named(buttons, 'live.trialNot')]
  if (!ok || !not) return null
  const sets = seen?.trials ?? []
  const set = sets.at(-1)
  const label = set ? filled(say.turns, set) : say.noTurn
  return (
    <section className="live-turns">
      <p className="live-set">
        <b>{filled(say.set, { set: Math.max(1, sets.length) })}</b>
        {set && set.of <= 5 && (
          <span aria-hidden="true">
            {Array.from({ length: set.of }, (_, index) =>
              index < set.ok ? <PassMark key={index} className="tone-green" /> : <ShortMark key={index} />,
            )}
          </span>
        )}
        <span>{label}</span>
      </p>
      {[ok, not].map((button) => (
        <Press key={button.name} button={button} press={press} className="live-hit">
          {names[button.name]}
        </Press>
      ))}
    </section>
  )
}

const ropes: Record<Tension, string> = {
  slack: 'M2 2c4 11 22 11 26 0',
  brief: 'M2 3c4 4 8 4 12 2s9-2 14-2',
  steady: 'M2 6h26',
  sudden: 'M2 10 12 4l3 5L28 2',
}

/** The leash, where the stage has one. */
function Leash({ buttons, press, seen, words }: BoardProps) {
  const menu = named(buttons, 'live.tension')
  if (!menu) return null
  return (
    <section className="live-leash" role="group" aria-label={words.buttons[menu.name]}>
      {inside(menu).map((button) => {
        const tension = button.name.slice('tension.'.length) as Tension
        return (
          <button
            key={button.name}
            type="button"
            aria-pressed={seen?.tension === tension}
            aria-label={words.buttons[button.name]}
            onClick={() => press(button)}
          >
            <svg viewBox="0 0 30 12" aria-hidden="true">
              <path d={ropes[tension]} />
            </svg>
            {words.leash[tension]}
          </button>
        )
      })}
      <Key letter={menu.letter} />
    </section>
  )
}

/** Signs one taps as they are seen, each with how often; the rare ones open. */
function Signs(props: BoardProps & { menu: 'live.signs' | 'live.goodSigns' }) {
  const { species, buttons, press, seen, words, menu } = props
  const opener = named(buttons, menu)
  if (!opener) return null
  const first: readonly string[] = shownFirst[species]
  const chips = inside(opener).filter(({ name }) => first.includes(name.slice('sign.'.length)))
  const hidden = inside(opener).length - chips.length
  const timesOf = (name: string) =>
    seen?.signs.find(({ sign }) => sign === (name.slice('sign.'.length) as Sign))?.times ?? 0
  const elsewhere = inside(opener).reduce((sum, { name }) => sum + timesOf(name), 0) - sumOf(chips, timesOf)
  return (
    <section role="group" aria-label={words.buttons[menu]}>
      <div className={`live-chips ${menu === 'live.goodSigns' ? 'live-good' : ''}`}>
        {chips.map((button) => (
          <Chip key={button.name} button={button} times={timesOf(button.name)} press={press} words={words} />
        ))}
        {hidden > 0 && (
          <Press
            button={opener}
            press={press}
            className="live-chip live-more"
            label={`${words.buttons[menu]}: ${words.say.more}`}
          >
            {words.say.more}
            {elsewhere > 0 && <Count times={elsewhere} />}
          </Press>
        )}
      </div>
    </section>
  )
}

const sumOf = (buttons: readonly Button[], times: (name: string) => number) =>
  buttons.reduce((sum, { name }) => sum + times(name), 0)

type ChipProps = { button: Button; times: number; press: (button: Button) => void; words: LiveWords }

function Chip({ button, times, press, words: { buttons, say } }: ChipProps) {
  const what = buttons[button.name] ?? ''
  const label =
    times === 0 ? what : times === 1 ? filled(say.once, { what }) : filled(say.times, { what, count: times })
  return (
    <button
      type="button"
      className="live-chip"
      aria-label={label}
      data-seen={times > 0 || undefined}
      onClick={() => press(button)}
    >
      {what}
      {times > 0 && <Count times={times} />}
    </button>
  )
}

const Count = ({ times }: { times: number }) => (
  <span className="live-count" aria-hidden="true">
    {times}
  </span>
)

const others = ['food', 'choice', 'waiting', 'trigger', 'health', 'gearOn', 'gearOff', 'recovered'] as const

/** What is answered now and then; each shows its answer. */
function Others({ buttons, press, seen, words: { buttons: names } }: BoardProps) {
  const answers: Partial<Record<string, string | null>> = {
    'live.food': seen?.food && `food.${seen.food}`,
    'live.choice': seen?.choice && `choice.${seen.choice}`,
    'live.trigger': seen?.nearest && `trigger.${seen.nearest.trigger}`,
    'live.health': seen?.health[0] && `health.${seen.health[0]}`,
  }
  return (
    <div className="live-chips live-others">
      {others.map((name) => {
        const button = named(buttons, `live.${name}`)
        if (!button) return null
        const answer = answers[button.name]
        return (
          <Press key={name} button={button} press={press} className="live-chip">
            <span>
              {names[button.name]}
              {answer && <small>{names[answer]}</small>}
            </span>
          </Press>
        )
      })}
    </div>
  )
}
