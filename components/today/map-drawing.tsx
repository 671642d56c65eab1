import { drawnOn, scaleBar } from '@/lib/domain/scheduling/day-map'
import type { Place } from '@/lib/domain/scheduling/distance'
import { text } from '@/lib/format/text'

/** A door of the map, or (without a label) where the day begins or ends. */
export type Drawn = { key: string; label: string; name: string; at: Place }

type Props = { way: readonly Drawn[]; units: 'metric' | 'imperial'; alt: string }

const sheet = { width: 400, height: 270, margin: 34 }
const mile = 1.609344

/** Homes as doors in the order of the day, north up, with a scale; drawn here, no map is asked. */
export function MapDrawing({ way, units, alt }: Props) {
  const { at, perKm } = drawnOn(
    way.map((one) => one.at),
    sheet,
  )
  const bar = scaleBar(perKm, 110, units === 'metric' ? 1 : mile)
  const points = way.map((one) => ({ ...one, ...at(one.at) }))
  const labels = new Map<string, typeof points>()
  for (const point of points) {
    const spot = `${Math.round(point.x / 8)} ${Math.round(point.y / 8)} ${point.label === ''}`
    labels.set(spot, [...(labels.get(spot) ?? []), point])
  }
  const base = sheet.height - 12
  return (
    <svg className="day-map" viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-label={alt}>
      <polyline
        className="day-map-way"
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
      />
      {[...labels.values()].map((here) => {
        const [first] = here
        if (!first) return null
        const label = here.map((one) => one.label).join(' ')
        return (
          <g key={first.key} transform={`translate(${first.x.toFixed(1)} ${first.y.toFixed(1)})`}>
            {first.label === '' ? (
              <path className="day-map-house" d="M-9 8v-9l9-8 9 8v9Z" />
            ) : (
              <path className="day-map-door" d="M-10 12V-4a10 10 0 0 1 20 0v16Z" />
            )}
            <text y={7} className={label.length > 2 ? 'day-map-many' : ''}>
              {label}
            </text>
          </g>
        )
      })}
      <g className="day-map-key">
        <path d={`M12 ${base - 5}v5h${bar.length.toFixed(1)}v-5`} />
        <text x={12 + bar.length / 2} y={base - 8}>
          {bar.amount} {units === 'metric' ? 'km' : 'mi'}
        </text>
        <path d={`M${sheet.width - 16} 30V12m-5 6 5-6 5 6`} />
        <text x={sheet.width - 16} y={43}>
          {text('day')('map.north')}
        </text>
      </g>
    </svg>
  )
}
