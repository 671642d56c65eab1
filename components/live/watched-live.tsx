import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { clockOf, ranBy } from '@/lib/domain/observation/live/clock'
import type { LiveEvent } from '@/lib/domain/observation/live/event'
import { observed } from '@/lib/domain/observation/live/observed'
import { stripOf } from '@/lib/domain/observation/live/strip'
import { timelineOf } from '@/lib/domain/observation/live/timeline'
import { impliedLevel } from '@/lib/domain/observation/body'
import { species, type BodyLevel } from '@/lib/domain/observation/vocabulary'
import { liveWords } from '@/lib/format/live-words'
import { text } from '@/lib/format/text'
import { LiveStrip } from './strip'
import { clockFace, levelWithin, shortOf, tapIn } from './words'

type Props = {
  taps: readonly LiveEvent[]
  /** What the stage asked for, in seconds. */
  target?: number
  /** The level of the session that was written of it: taps may have arrived since. */
  logged?: BodyLevel
  children?: ReactNode
}

/** What was tapped live, as a picture and tap by tap; nothing here can be changed. */
export function WatchedLive({ taps, target = 0, logged, children }: Props) {
  const t = text('live')
  const words = liveWords(species)
  const timeline = timelineOf(taps)
  const clock = clockOf(timeline)
  const seen = observed(taps)
  if (!clock || !seen) return null
  const implied = impliedLevel(seen.signs.map(({ sign }) => sign))
  return (
    <Section title={t('timeline')} aside={t('timelineLead')}>
      {children}
      {logged !== undefined && implied > logged && (
        <Notice tone="care">{t('cameLater', { level: levelWithin(words, implied) })}</Notice>
      )}
      <LiveStrip strip={stripOf(taps)} targetMs={target * 1000} label={shortOf(words, seen)} />
      <Disclosure summary={t('timelineShow', { count: timeline.length })}>
        <ol className="live-taps">
          {timeline.map((event) => (
            <li key={event.id}>
              <span>{clockFace(ranBy(clock, event.at))}</span>
              {tapIn(words, event)}
            </li>
          ))}
        </ol>
      </Disclosure>
    </Section>
  )
}
