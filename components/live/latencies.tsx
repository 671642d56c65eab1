'use client'
import type { Button } from '@/lib/domain/observation/live/board'
import { milestones } from '@/lib/domain/observation/live/milestones'
import type { Observed } from '@/lib/domain/observation/live/observed'
import type { LiveWords } from '@/lib/format/live-words'
import { Key } from './pieces'
import { clockFace } from './words'

type Props = {
  seen: Observed | null
  menu: Button | undefined
  press: (button: Button) => void
  words: LiveWords
}

/** How long until it came, ate, stepped: a tap when it does. What was shown or offered counts while one waits. */
export function Latencies({ seen, menu, press, words: { buttons, say } }: Props) {
  const reached = menu && 'opens' in menu ? menu.opens : []
  return (
    <section className="live-lat" role="group" aria-label={say.latencies}>
      {milestones.map((milestone, index) => {
        const button = reached[index]
        const latency = seen?.latency[milestone]
        if (latency || !button) {
          return (
            <p key={milestone}>
              <b>{latency ? clockFace(latency.ms) : say.nothing}</b>
              {say[milestone]}
            </p>
          )
        }
        const waited = seen?.waiting[milestone] ?? null
        return (
          <button
            key={milestone}
            type="button"
            aria-label={buttons[button.name]}
            aria-keyshortcuts={menu?.letter}
            onClick={() => press(button)}
          >
            <b>{waited === null ? say.tapNow : clockFace(waited)}</b>
            {say[milestone]}
            {index === 0 && menu && <Key letter={menu.letter} />}
          </button>
        )
      })}
    </section>
  )
}
