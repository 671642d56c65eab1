/** Horizontal lines with their values at the left; the goal in green. */
export function ValueLines({
  values,
  y,
  from,
  to,
  goal,
}: {
  values: readonly number[]
  y: (value: number) => number
  from: number
  to: number
  goal?: number
}) {
  return values.map((value) => (
    <g key={value}>
      <path
        d={`M${from} ${y(value)}H${to}`}
        stroke={value === goal ? 'var(--green)' : 'var(--hairline)'}
        strokeDasharray={value === goal ? '2 4' : undefined}
      />
      <text x={from - 8} y={y(value) + 4} textAnchor="end" className={value === goal ? 'goal' : undefined}>
        {value}
      </text>
    </g>
  ))
}

/** Local days along the bottom. Words at the ends stay inside the picture. */
export function DayTicks({
  ticks,
  x,
  y,
  textY,
}: {
  ticks: readonly { day: number; label: string }[]
  x: (day: number) => number
  y: number
  textY: number
}) {
  return ticks.map(({ day, label }, index) => (
    <g key={day}>
      <path d={`M${x(day)} ${y}v4`} stroke="var(--line)" />
      <text
        x={x(day)}
        y={textY}
        textAnchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
      >
        {label}
      </text>
    </g>
  ))
}
