import { looseLines } from '@/components/ui/faces'
import { lines, shortName } from '@/components/plan/journey'
import type { SheetBlock } from '@/lib/domain/paper/sheet'

/** The flight of steps for paper: one strip, black on white. */
export function Way({ label, species, steps, door }: Omit<Extract<SheetBlock, { is: 'way' }>, 'is'>) {
  const width = 620
  const step = width / Math.max(1, steps.length)
  const rise = Math.min(4.5, 36 / Math.max(1, steps.length))
  const foot = 34 + rise * steps.length
  const y = (index: number) => foot - index * rise
  const here = steps.findIndex(({ state }) => state === 'here')
  const upTo = here === -1 ? steps.filter(({ state }) => state === 'done').length : here + 1
  const trail = (from: number, to: number) =>
    steps
      .slice(from, to)
      .map((_, i) => `V${y(from + i)}H${(from + i + 1) * step}`)
      .join('')
  return (
    <div className="scroll sheet-way" tabIndex={0} role="group" aria-label={label}>
      <svg className="steps steps-print" viewBox={`0 0 ${width} ${foot + 28}`} role="img" aria-label={label}>
        <path d={`M0 ${foot}${trail(0, upTo)}`} fill="none" stroke="#000" strokeWidth="3" />
        <path
          d={`M${upTo * step} ${y(Math.max(0, upTo - 1))}${trail(upTo, steps.length)}`}
          fill="none"
          stroke="#000"
          strokeWidth="1.5"
          strokeDasharray="2 4"
        />
        {here > -1 && (
          <g transform={`translate(${(here + 0.5) * step} ${y(here) - 1})`}>
            <path d="M-13 0V-20a13 13 0 0 1 26 0V0Z" />
            <g
              transform="translate(-10 -24) scale(.42)"
              fill="none"
              stroke="#fff"
              color="#fff"
              strokeWidth="3.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            >
              {looseLines[species]}
            </g>
          </g>
        )}
        {door > -1 && door !== here && (
          <path
            d={`M${door * step + 6} ${y(door)}v-24a10 10 0 0 1 20 0v24m-20 0v-23l11 5v21Z`}
            fill="#fff"
            stroke="#000"
            strokeWidth="1.8"
          />
        )}
        {steps.map((stage, index) => (
          <text key={stage.key} y={y(index) + 12} className={`is-${stage.state}`}>
            {lines(shortName(stage.name), Math.floor(step / 4.7), 2).map((line, row) => (
              <tspan key={row} x={index * step + 3} dy={row ? 11 : 0}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
      </svg>
    </div>
  )
}
