import type { ReactNode } from 'react'
import { SessionKey, type SessionKind } from '@/components/ui/session-mark'
import { v1 } from '@/lib/domain/readiness/rules/v1'
import { runsOf, type StoredScore } from '@/lib/domain/progress/score'
import type { Rest, StageSpan } from '@/lib/domain/progress/stages'
import { text } from '@/lib/format/text'
import { DayTicks, ValueLines } from './axes'
import { ChartFigure } from './chart-figure'
import type { DayScale } from './day-scale'
import { Mark } from './marks'
import { StageLines, StageStrip } from './stage-strip'
import { evenScale, type ValueScale } from './value-scale'

const scores = evenScale([0, 25, 50, 75, 100], { top: 14, bottom: 166 })
const sureness = evenScale([0, 1], { top: 204, bottom: 264 })
const sessionsY = 290
const ticksY = 308

export type ScoreChartProps = {
  label: string
  says: ReactNode
  table: ReactNode
  scale: DayScale
  spans: readonly StageSpan[]
  rests: readonly Rest[]
  /** One a day, oldest first. */
  scores: readonly StoredScore[]
  sessions: readonly { key: string; at: number; kind: SessionKind }[]
}

/** The score as it was stored, how sure it was, and the sessions, one above the other over the same days. */
export function ScoreChart({ scale, spans, rests, scores: stored, sessions, ...words }: ScoreChartProps) {
  const t = text('progress')
  const last = stored.findLast(({ score }) => score !== null)
  const { medium, high } = v1.confidence.bands
  return (
    <ChartFigure
      {...words}
      height={ticksY + 24}
      head={<StageStrip spans={spans} scale={scale} />}
      legend={<SessionKey gap />}
    >
      <ValueLines
        lines={scores.ticks.map((value) => ({
          y: scores.y(value),
          label: String(value),
          goal: value === v1.advance.score,
        }))}
      />
      <ValueLines
        lines={[
          { y: sureness.y(0), label: '' },
          { y: sureness.y(medium), label: t('score.medium') },
          { y: sureness.y(high), label: t('score.high') },
        ]}
      />
      <text x="0" y={sureness.y(1)} className="lane">
        {t('score.confidence')}
      </text>
      <StageLines spans={spans} scale={scale} bottom={ticksY} />
      <Run stored={stored} scale={scale} values={sureness} of={({ confidence }) => confidence} look="sure" />
      <Run stored={stored} scale={scale} values={scores} of={({ score }) => score} look="score" />
      {last?.score !== undefined && last.score !== null && (
        <text
          x={`${scale.at(last.asOf)}%`}
          y={scores.y(last.score) + (last.score > 20 ? 20 : -10)}
          textAnchor={scale.at(last.asOf) > 90 ? 'end' : 'middle'}
          className="last"
        >
          {last.score}
        </text>
      )}
      {rests.map(({ from, until }) => (
        <rect
          key={from.toString()}
          x={`${scale.edge(from)}%`}
          width={`${scale.edge(until) - scale.edge(from)}%`}
          y={sessionsY - 10}
          height="20"
          rx="2"
          className="rest"
        />
      ))}
      {sessions.map(({ key, at, kind }) => (
        <Mark key={key} shape={kind} at={at} y={sessionsY} />
      ))}
      <DayTicks scale={scale} y={ticksY} />
    </ChartFigure>
  )
}

type RunProps = {
  stored: readonly StoredScore[]
  scale: DayScale
  values: ValueScale
  of: (one: StoredScore) => number | null
  look: 'score' | 'sure'
}

/** A line a run, and the days themselves as dots; one line never runs through two stages or a long silence. */
function Run({ stored, scale, values, of, look }: RunProps) {
  return runsOf(stored.filter((one) => of(one) !== null)).map((run) => {
    const at = run.map((one) => ({ x: `${scale.at(one.asOf)}%`, y: values.y(of(one) ?? 0) }))
    return (
      <g key={run[0]?.id} className={`run run-${look}`}>
        {at.slice(1).map(({ x, y }, index) => (
          <line key={x} x1={at[index]?.x} y1={at[index]?.y} x2={x} y2={y} />
        ))}
        {at.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r="2.4" />
        ))}
      </g>
    )
  })
}
