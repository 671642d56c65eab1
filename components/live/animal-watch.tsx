'use client'
import { useState } from 'react'
import { Undo2 } from '@/components/ui/icons'
import { FlagSign } from '@/components/ui/signs'
import { boardOf, type Button } from '@/lib/domain/observation/live/board'
import { clockOf, ranBy } from '@/lib/domain/observation/live/clock'
import { observed } from '@/lib/domain/observation/live/observed'
import { stripOf } from '@/lib/domain/observation/live/strip'
import { timelineOf } from '@/lib/domain/observation/live/timeline'
import type { LiveWords } from '@/lib/format/live-words'
import { Board, named } from './board'
import { Ended } from './ended'
import { Faces } from './faces'
import { Latencies } from './latencies'
import type { ShownAnimal } from './live-screen'
import { Key, Press } from './pieces'
import { Sheet } from './sheet'
import { LiveStrip } from './strip'
import type { Book, TapBook } from './tap-book'
import { useKeys } from './use-keys'
import { clockFace, filled, shortOf, tapIn } from './words'

type Props = {
  animal: ShownAnimal
  taps: TapBook
  book: Book
  /** Where its session is made of what was tapped; null until every tap is where that is done. */
  sessionHref: string | null
  /** Undefined until the page is alive. */
  now: number | undefined
  words: LiveWords
  keys: boolean
  step: (by: 1 | -1) => void
}

/** The clock, the board and the bar of one animal. */
export function AnimalWatch({ animal, taps, book, sessionHref, now, words, keys, step }: Props) {
  const [open, setOpen] = useState<Button | null>(null)
  const [said, setSaid] = useState('')
  const { say } = words
  const events = book.watches[animal.id]?.events ?? []
  const setSize = animal.stage?.reps ?? 5
  const seen = observed(events, { setSize, ...(now === undefined ? {} : { now }) })
  const buttons = boardOf(animal.species, animal.stage, seen)
  const last = now === undefined ? null : taps.last(animal.id)
  const clock = clockOf(timelineOf(events), now)
  const lastAt = last && clock ? clockFace(ranBy(clock, last.at)) : ''

  const press = (button: Button) => {
    setOpen('opens' in button ? button : null)
    if ('opens' in button) return
    taps.tap(animal.id, button.tap)
    setSaid(filled(say.tapped, { what: tapIn(words, button.tap), at: clockFace(seen?.durationMs ?? 0) }))
  }
  const undo = () => {
    if (!last) return
    taps.tap(animal.id, { what: 'undo', of: last.id })
    setOpen(null)
    setSaid(filled(say.takenBack, { what: tapIn(words, last) }))
  }
  useKeys(keys, { open: open && 'opens' in open ? open.opens : buttons, press, undo, step })

  const onBoard = { species: animal.species, buttons, press, seen, words }
  const stopped = seen !== null && !seen.running
  const turn = buttons.find(({ letter }) => letter === 'e')
  const red = named(buttons, 'live.red')
  const targetMs = (animal.stage?.targetSec ?? 0) * 1000
  return (
    <>
      <div className="live-mid">
        <div className="live-clock">
          <p className="live-time" role="timer" aria-label={say.running}>
            {clockFace(seen?.durationMs ?? 0)}
          </p>
          <p className="live-aim">
            {targetMs > 0 ? say.of : say.noTarget}
            {targetMs > 0 && <b>{clockFace(targetMs)}</b>}
            {(stopped || !seen) && <span>{stopped ? say.paused : say.anyTap}</span>}
          </p>
        </div>
        <LiveStrip strip={stripOf(events, now)} targetMs={targetMs} label={shortOf(words, seen)} />
        {stopped ? (
          <Ended seen={seen} words={words} sessionHref={sessionHref} />
        ) : (
          <>
            <Latencies seen={seen} menu={named(buttons, 'live.reached')} press={press} words={words} />
            <Board {...onBoard} />
          </>
        )}
      </div>
      <footer className="live-foot">
        {!stopped && <Faces {...onBoard} />}
        <div className="live-bar">
          <button
            type="button"
            className="live-undo"
            aria-disabled={last === null || undefined}
            aria-keyshortcuts="z"
            onClick={undo}
          >
            <Undo2 />
            <span>
              {say.undo}
              <small>
                {last ? filled(say.tapped, { what: tapIn(words, last), at: lastAt }) : say.nothingToUndo}
              </small>
            </span>
            <Key letter="z" />
          </button>
          {red && (
            <Press button={red} press={press} className="live-alarm" label={words.buttons[red.name]}>
              <FlagSign />
              {say.flag}
            </Press>
          )}
          {turn && (
            <Press button={turn} press={press} className={seen?.running ? 'live-end' : 'live-start'}>
              {words.buttons[turn.name]}
            </Press>
          )}
        </div>
      </footer>
      <p className="vh" role="status">
        {said}
      </p>
      {open && 'opens' in open && (
        <Sheet
          key={open.name}
          title={words.buttons[open.name] ?? ''}
          close={say.close}
          buttons={open.opens}
          words={words.buttons}
          press={press}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
