import type { ReactNode } from 'react'
import type { Temporal } from 'temporal-polyfill'
import type { StageSpan } from '@/lib/domain/progress/stages'
import { DayTicks, ValueLines } from './axes'
import { ChartFigure } from './chart-figure'
import type { DayScale } from './day-scale'
import { Mark, type Shape } from './marks'
import { StageStrip, StageLines } from './stage-strip'
import type { ValueScale } from './value-scale'

/** Where the plot of such a chart begins and ends, in pixels from its top. */
export const plotRoom = { top: 12, bottom: 140 } as const

export type ChartPoint = { key: string; at: number; value: number; shape: Shape }

type Props = {
  label: string
  says: ReactNode
  scale: DayScale
  values: ValueScale
  nameOf: (value: number) => string
  spans: readonly StageSpan[]
  points: readonly ChartPoint[]
  /** A line from each point down to zero. */
  stems?: boolean
  /** Days with a red flag. */
  redDays: readonly Temporal.PlainDate[]
  legend: ReactNode
  table: ReactNode
}

/** Single sessions over local days, with the stages above and the red flags below. Empty days stay empty. */
export function DayChart({
  label,
  says,
  scale,
  values,
  nameOf,
  spans,
  points,
  stems = false,
  redDays,
  legend,
  table,
}: Props) {
  const { top, bottom } = plotRoom
  const ticksY = redDays.length > 0 ? bottom + 22 : bottom + 6
  return (
    <ChartFigure
      label={label}
      says={says}
      height={ticksY + 24}
      head={<StageStrip spans={spans} scale={scale} flat />}
      legend={legend}
      table={table}
    >
      <ValueLines lines={values.ticks.map((value) => ({ y: values.y(value), label: nameOf(value) }))} />
      <StageLines spans={spans} scale={scale} bottom={ticksY} />
      {stems &&
        points.map(({ key, at, value }) => (
          <line
            key={key}
            x1={`${at}%`}
            x2={`${at}%`}
            y1={bottom}
            y2={Math.max(top, values.y(value))}
            className="stem"
          />
        ))}
      {points.map(({ key, at, value, shape }) => (
        <Mark key={key} shape={shape} at={at} y={values.y(value)} />
      ))}
      {redDays.map((day) => (
        <Mark key={day.toString()} shape="red" at={scale.at(day)} y={bottom + 12} />
      ))}
      <DayTicks scale={scale} y={ticksY} />
    </ChartFigure>
  )
}
