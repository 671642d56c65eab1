import { dayMonth } from '@/components/plan/day-month'
import type { DayScale } from './day-scale'

/** Horizontal lines with their words at the left; the goal in green. */
export function ValueLines({
  lines,
}: {
  lines: readonly { y: number; label: string; goal?: boolean | undefined }[]
}) {
  return lines.map(({ y, label, goal }) => (
    <g key={`${label}-${y}`}>
      <line x1="0" x2="100%" y1={y} y2={y} className={goal ? 'line-goal' : 'line'} />
      <text x="-8" y={y + 4} textAnchor="end" className={goal ? 'goal' : undefined}>
        {label}
      </text>
    </g>
  ))
}

/** Local days along the bottom. Words at the ends stay inside the picture. */
export function DayTicks({ scale, y }: { scale: DayScale; y: number }) {
  const last = scale.ticks.length - 1
  const years = scale.ticks[0]?.year !== scale.ticks[last]?.year
  return scale.ticks.map((day, index) => {
    const at = `${scale.at(day)}%`
    const edge = index === 0 ? 'start' : index === last ? 'end' : 'middle'
    const year = years && (index === 0 || index === last) ? ` ${day.year}` : ''
    return (
      <g key={day.toString()}>
        <line x1={at} x2={at} y1={y} y2={y + 4} className="tick" />
        <text x={edge === 'start' ? 0 : edge === 'end' ? '100%' : at} y={y + 19} textAnchor={edge}>
          {dayMonth(day)}
          {year}
        </text>
      </g>
    )
  })
}
