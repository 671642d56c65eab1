import type { ReactNode } from 'react'
import { SessionKey, type SessionKind } from '@/components/ui/session-mark'
import { DayTicks, ValueLines } from './axes'
import { ChartFigure } from './chart-figure'
import { ChartMark } from './marks'

/** Days count from 0, the first local day drawn. A day without a session is simply absent. */
export type ScoreChartProps = {
  title: string
  table: ReactNode
  /** Number of days drawn. */
  days: number
  ticks: readonly { day: number; label: string }[]
  /** Stage entries in order; `level` is the stage's place in the protocol, so that a step back goes down. */
  stages: readonly { key: string; day: number; label: string; level: number }[]
  /** Scores as they stood on a day; a line is drawn within one stage only. */
  scores: readonly { day: number; score: number; stage: string }[]
  sessions: readonly { key: string; day: number; kind: SessionKind }[]
  rests?: readonly { day: number; until: number; label: string }[]
  goal?: number
}

const [left, right, top, bottom] = [34, 752, 58, 238]

/** Readiness per stage over local days, the sessions below it. Never one line through two stages. */
export function ScoreChart({
  title,
  table,
  days,
  ticks,
  stages,
  scores,
  sessions,
  rests = [],
  goal,
}: ScoreChartProps) {
  const x = (day: number) => left + (day / Math.max(1, days - 1)) * (right - left)
  const y = (score: number) => bottom - (score / 100) * (bottom - top)
  const levels = [...new Set(stages.map(({ level }) => level))].sort((a, b) => a - b)
  const shelf = (level: number) => 40 - (levels.indexOf(level) * 30) / Math.max(1, levels.length - 1)
  const last = scores.at(-1)
  return (
    <ChartFigure title={title} table={table} width={760} height={300} late legend={<SessionKey gap />}>
      <ValueLines
        values={[0, 25, 50, 75, 100]}
        y={y}
        from={left}
        to={right}
        {...(goal !== undefined && { goal })}
      />
      {stages.map(({ key, day, label, level }, index) => {
        const end = stages[index + 1]?.day ?? days - 1
        const wide = x(end) - x(day)
        return (
          <g key={`${key}-${day}`}>
            {index > 0 && (
              <path d={`M${x(day)} ${shelf(level)}V272`} stroke="var(--line)" strokeDasharray="1 4" />
            )}
            <path d={`M${x(day)} ${shelf(level)}H${x(end)}`} stroke="var(--ink)" strokeWidth="2" />
            {wide > 52 && (
              <text x={x(day) + 4} y={shelf(level) - 5} className="stage">
                {label.length * 6.6 > wide ? `${label.slice(0, Math.floor(wide / 7.2))}…` : label}
              </text>
            )}
          </g>
        )
      })}
      {stages.map(({ key }, index) => {
        const until = stages[index + 1]?.day ?? Infinity
        const from = stages[index]?.day ?? 0
        const own = scores.filter(({ stage, day }) => stage === key && day >= from && day <= until)
        return (
          <path
            key={index}
            d={own
              .map(({ day, score }, at) => `${at ? 'L' : 'M'}${x(day).toFixed(1)} ${y(score).toFixed(1)}`)
              .join('')}
            fill="none"
            stroke="var(--ink)"
            strokeWidth="2"
            strokeLinejoin="round"
          />
        )
      })}
      {scores.map(({ day, score }, index) => (
        <circle
          key={index}
          cx={x(day)}
          cy={y(score)}
          r="2.6"
          fill="var(--paper)"
          stroke="var(--ink)"
          strokeWidth="1.6"
        />
      ))}
      {last && (
        <text x={Math.min(x(last.day) + 4, right)} y={y(last.score) + 20} textAnchor="end" className="last">
          {last.score}
        </text>
      )}
      {rests.map(({ day, until, label }) => (
        <g key={day}>
          <rect x={x(day)} y="253" width={x(until) - x(day)} height="18" rx="2" fill="var(--slate-soft)" />
          <text x={(x(day) + x(until)) / 2} y="266" textAnchor="middle" className="rest">
            {label}
          </text>
        </g>
      ))}
      {sessions.map(({ key, day, kind }) => (
        <ChartMark key={key} kind={kind} x={x(day)} y={262} />
      ))}
      <DayTicks ticks={ticks} x={x} y={bottom} textY={296} />
    </ChartFigure>
  )
}
