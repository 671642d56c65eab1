'use client'
import type { Observed } from '@/lib/domain/observation/live/observed'
import type { LiveWords } from '@/lib/format/live-words'
import { clockFace, filled, levelIn, tapIn } from './words'

type Props = { seen: Observed; words: LiveWords; sessionHref: string | null }

/** What it came to, and the way to its session, which opens when every tap is where it is made. */
export function Ended({ seen, words, sessionHref }: Props) {
  const { say, buttons } = words
  const timed = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : clockFace(ms))
  const rows: (readonly [string, string | null])[] = [
    [say.duration, clockFace(seen.durationMs)],
    [say.worstBody, seen.body.worst === null ? null : levelIn(words, seen.body.worst)],
    [buttons['live.reachedIt.approach'] ?? '', timed(seen.latency.approach?.ms)],
    [buttons['live.reachedIt.eat'] ?? '', timed(seen.latency.eat?.ms)],
    [buttons['live.reachedIt.step'] ?? '', timed(seen.latency.step?.ms)],
    [say.calm, timed(seen.longestCalmWearMs)],
    [say.recovery, seen.recovery && !seen.recovery.over ? say.stillUneasy : timed(seen.recovery?.ms)],
    [say.rate, seen.signsPerMinute === null ? null : seen.signsPerMinute.toFixed(1)],
    [say.right, seen.trials.map((set) => filled(say.turns, set)).join(', ') || null],
    [say.nearest, seen.nearest && nearestIn(words, seen.nearest)],
  ]
  return (
    <section className="live-ended" aria-labelledby="live-ended">
      <h2 id="live-ended">{say.seen}</h2>
      <dl>
        {rows.map(([term, answer]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={answer === null ? 'quiet' : undefined}>{answer ?? say.nothing}</dd>
          </div>
        ))}
      </dl>
      {sessionHref !== null ? (
        <a className="btn btn-go" href={sessionHref}>
          {say.keep}
        </a>
      ) : (
        <p className="small quiet">{say.waits}</p>
      )}
    </section>
  )
}

function nearestIn(
  words: LiveWords,
  { trigger, distance, metres }: NonNullable<Observed['nearest']>,
): string {
  return tapIn(words, {
    ...{ what: 'trigger', trigger },
    ...(distance === null ? {} : { distance }),
    ...(metres === null ? {} : { metres }),
  })
}
