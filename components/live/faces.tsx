'use client'
import { faces } from '@/components/ui/faces'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import type { BoardProps } from './board'
import { Press } from './pieces'
import { filled, levelIn, levelWithin } from './words'

/** What the body says now: five faces within reach of a thumb. */
export function Faces({ species, buttons, press, seen, words }: BoardProps) {
  const { say } = words
  const worst = seen?.body.worst ?? null
  return (
    <section className="live-faces" role="group" aria-label={say.bodyNow}>
      <p className="live-label">
        <b>{say.bodyNow}</b>
        <span>{worst === null ? say.notSaid : filled(say.worst, { level: levelWithin(words, worst) })}</span>
      </p>
      <div className="face-row">
        {faces[species].map((Face, level) => {
          const button = buttons[level]
          if (!button) return null
          return (
            <Press
              key={level}
              button={button}
              press={press}
              pressed={seen?.body.now === level}
              className={`face face-${level}`}
            >
              <Face />
              <span>{levelIn(words, level as BodyLevel)}</span>
            </Press>
          )
        })}
      </div>
    </section>
  )
}
