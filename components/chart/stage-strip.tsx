import type { StageSpan } from '@/lib/domain/progress/stages'
import type { DayScale } from './day-scale'

const [low, high] = [2, 34]

/**
 * The stages above a chart as labelled steps, a step back going down: names where there is room, else the keys.
 * `flat` for charts below one that has the steps. Said again in words by the chart's table.
 */
export function StageStrip({
  spans,
  scale,
  flat = false,
}: {
  spans: readonly StageSpan[]
  scale: DayScale
  flat?: boolean
}) {
  const edges = edgesOf(spans, scale)
  const levels = [...new Set(spans.map(({ level }) => level))].sort((a, b) => a - b)
  const rise = (high - low) / Math.max(1, levels.length - 1)
  return (
    <div className={flat ? 'stage-strip flat' : 'stage-strip'} aria-hidden="true">
      {spans.map(({ stageKey, name, level, from }, index) => (
        <span
          key={from.toString()}
          style={{
            left: `${edges[index]}%`,
            width: `${(edges[index + 1] ?? 100) - (edges[index] ?? 0)}%`,
            bottom: flat ? 0 : low + levels.indexOf(level) * rise,
          }}
        >
          {!flat && <b className="long">{name}</b>}
          <b className={flat ? undefined : 'brief'}>{stageKey}</b>
        </span>
      ))}
    </div>
  )
}

/** The days on which a stage was entered, down through the plot. */
export function StageLines({
  spans,
  scale,
  bottom,
}: {
  spans: readonly StageSpan[]
  scale: DayScale
  bottom: number
}) {
  return edgesOf(spans, scale)
    .slice(1)
    .map((edge) => {
      const at = `${edge}%`
      return <line key={edge} x1={at} x2={at} y1={-2} y2={bottom} className="line-stage" />
    })
}

/** A stage begins in the middle of its first day: what was trained that day was still the one before. */
const edgesOf = (spans: readonly StageSpan[], scale: DayScale): number[] =>
  spans.map(({ from }, index) => (index === 0 ? 0 : scale.at(from)))
