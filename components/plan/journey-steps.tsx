import { useId } from 'react'
import { drawingOf, Portrait, wallOf } from '@/components/animal/portrait'
import { Check, CircleDashed, DoorClosed } from '@/components/ui/icons'
import { text } from '@/lib/format/text'
import { doorIndex, indexOf, lines, shortName, standing, type Journey, type JourneyStage } from './journey'

const rise = 12

/** The stages as a flight of steps for the consultant; a list on the phone and for screen readers. */
export function JourneySteps(journey: Journey) {
  return (
    <>
      <div className="scroll journey-wide" aria-hidden="true">
        <Flight {...journey} />
      </div>
      <StageList {...journey} />
    </>
  )
}

function Flight({ animal, stages, loops = [] }: Journey) {
  const t = text('ui')
  const clip = useId()
  const step = Math.max(76, 760 / Math.max(1, stages.length))
  const width = step * stages.length
  const foot = 62 + rise * Math.max(0, stages.length - 1)
  const y = (index: number) => foot - index * rise
  const here = standing(stages)
  const done = here === -1 ? stages.filter(({ state }) => state === 'done').length : here
  const door = doorIndex(stages)
  const safety = stages.findIndex(({ needsSafety }) => needsSafety)
  const upTo = (count: number) =>
    stages
      .slice(0, count)
      .map((_, i) => `V${y(i)}H${(i + 1) * step}`)
      .join('')
  const arch = { x: (here + 0.5) * step, y: y(here) }
  return (
    <svg className="steps" viewBox={`0 0 ${width} ${foot + 74}`} style={{ minWidth: `${width * 0.84}px` }}>
      {safety > -1 && (
        <>
          <rect
            x={safety * step}
            width={width - safety * step}
            height={foot + 74}
            fill="var(--green-soft)"
            opacity=".45"
          />
          <text x={safety * step + 10} y="18" className="go">
            {t('journey.gate')}
          </text>
        </>
      )}
      <path
        d={`M0 ${foot}${upTo(stages.length)}`}
        fill="none"
        stroke="var(--line)"
        strokeWidth="2"
        strokeDasharray="3 5"
      />
      <path
        d={`M0 ${foot}${upTo(done)}${here > -1 ? `V${y(here)}H${arch.x}` : ''}`}
        fill="none"
        stroke="var(--green)"
        strokeWidth="3.5"
        strokeLinejoin="round"
      />
      <Loops stages={stages} loops={loops} step={step} y={y} word={t('journey.back')} />
      {door < stages.length && door !== here && (
        <g transform={`translate(${door * step} ${y(door)})`} fill="none" stroke="var(--ink)" strokeWidth="2">
          <path d="M4 0V-34a14 14 0 0 1 28 0V0" />
          <path d="M4 0V-32l15 6V3Z" fill="var(--paper)" />
          <circle cx="15" cy="-13" r="1.3" fill="var(--ink)" />
        </g>
      )}
      {here > -1 && (
        <g transform={`translate(${arch.x} ${arch.y - 1})`}>
          <clipPath id={clip}>
            <path d="M-17 0V-25a17 17 0 0 1 34 0V0Z" />
          </clipPath>
          <path
            d="M-17 0V-25a17 17 0 0 1 34 0V0Z"
            fill={`var(--door-${wallOf(animal.name)})`}
            stroke="var(--green)"
            strokeWidth="3"
          />
          <image
            href={animal.photo ?? drawingOf(animal.species, animal.coat)}
            x="-16"
            y="-39"
            width="32"
            height="39"
            preserveAspectRatio="xMidYMax slice"
            clipPath={`url(#${clip})`}
          />
        </g>
      )}
      {stages.map((stage, index) => (
        <StepLabel
          key={stage.key}
          stage={stage}
          x={index * step + 4}
          y={y(index) + 19}
          letters={Math.floor(step / 6.4)}
        />
      ))}
    </svg>
  )
}

function StepLabel({ stage, x, y, letters }: { stage: JourneyStage; x: number; y: number; letters: number }) {
  const words = lines(shortName(stage.name), letters, 3)
  return (
    <>
      <text x={x} y={y} className={`is-${stage.state}`}>
        {words.map((line, index) => (
          <tspan key={index} x={x} dy={index ? 15 : 0}>
            {line}
          </tspan>
        ))}
      </text>
      {stage.since && (
        <text x={x} y={y + words.length * 15} className="date">
          {stage.since}
        </text>
      )}
    </>
  )
}

type LoopsProps = { step: number; y: (index: number) => number; word: string } & Required<
  Pick<Journey, 'stages' | 'loops'>
>

/** A step back is part of the way: dotted, amber, with its dates. The last one is named. */
function Loops({ stages, loops, step, y, word }: LoopsProps) {
  return loops.map(({ from, to, label }, index) => {
    const [i, j] = [indexOf(stages, from), indexOf(stages, to)]
    if (i === -1 || j === -1) return null
    const target = y(j) - (stages[j]?.state === 'here' ? 46 : 8)
    const fromHere = stages[i]?.state === 'here'
    const [start, end] = [(i + 0.5) * step - (fromHere ? 24 : 8), (j + 0.5) * step]
    const top = Math.min(y(i), target) - (fromHere ? 52 : 32)
    return (
      <g
        key={index}
        fill="none"
        stroke="var(--amber)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path
          d={`M${start} ${y(i) - 6}C${start} ${top} ${end} ${top} ${end} ${target}`}
          strokeDasharray="1 5"
        />
        <path d={`m${end - 6} ${target - 6} 6 8 6-8`} />
        {index === loops.length - 1 && (
          <text x={(start + end) / 2} y={top - 4} textAnchor="middle" className="back">
            <tspan className="strong">{word},</tspan> {label}
          </text>
        )}
      </g>
    )
  })
}

function StageList({ animal, stages }: Journey) {
  const t = text('ui')
  return (
    <ol className="flight">
      {stages.map((stage) => (
        <li
          key={stage.key}
          className={`is-${stage.state}`}
          aria-current={stage.state === 'here' ? 'step' : undefined}
        >
          {stage.state === 'here' ? (
            <Portrait {...animal} size={34} decorative />
          ) : stage.state === 'done' ? (
            <Check label={t('journey.done')} />
          ) : stage.place === 'threshold' ? (
            <DoorClosed />
          ) : (
            <CircleDashed />
          )}
          <span>{stage.name}</span>
          <span className="tiny">
            {[stage.since, stage.again].filter(Boolean).join(', ') ||
              (stage.state === 'next' && (stage.needsSafety ? t('journey.gateShort') : t('journey.next')))}
          </span>
        </li>
      ))}
    </ol>
  )
}
