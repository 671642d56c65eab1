import { useId } from 'react'
import { drawingOf, wallOf } from '@/components/animal/portrait'
import { Disclosure } from '@/components/ui/disclosure'
import { text } from '@/lib/format/text'
import { lines, shortName, standing, type Journey, type JourneyAnimal } from './journey'
import { layOutPath, type PathNode } from './path-layout'
import { Door, Indoors, Outdoors } from './path-scenery'

/** The owner's way to the doorstep, from the bottom up. The loop back is drawn as part of the way. */
export function JourneyPath(journey: Journey) {
  const t = text('ui')
  const id = useId()
  const { animal, stages } = journey
  const { height, wall, nodes, doorNode, solid, dotted } = layOutPath(journey)
  const here = stages[standing(stages)]
  const doorState = nodes[doorNode]?.stage.state
  return (
    <>
      <svg className="way" viewBox={`0 0 358 ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
        <title id={`${id}t`}>{t('journey.title', { name: animal.name })}</title>
        <desc id={`${id}d`}>
          {here &&
            t('journey.pathLead', {
              done: stages.filter(({ state }) => state === 'done').length,
              name: animal.name,
              stage: here.name,
            })}
        </desc>
        <Outdoors wall={wall} word={t('journey.courtyard')} />
        <Indoors wall={wall} height={height} word={t('journey.indoors')} nodes={nodes} />
        <path
          d={dotted}
          fill="none"
          stroke="var(--ink-2)"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray="1 9"
        />
        <path d={solid} fill="none" stroke="var(--green)" strokeWidth="4" strokeLinecap="round" />
        {nodes.map((node) => (
          <LoopBack key={node.stage.key} node={node} from={nodes[node.loopFrom ?? -1]} />
        ))}
        <Door wall={wall} open={doorState !== undefined && doorState !== 'far'} />
        <text x="240" y={wall + 30} className="strong">
          {t('journey.doorstep')}
        </text>
        {nodes.map((node, index) =>
          index === doorNode ? (
            <DoorStage key={node.stage.key} node={node} animal={animal} wall={wall} clip={`${id}a`} />
          ) : (
            <Stop key={node.stage.key} node={node} animal={animal} clip={`${id}a`} />
          ),
        )}
      </svg>
      <Disclosure summary={t('asList')}>
        <table className="way-list">
          <tbody>
            {stages.map((stage) => (
              <tr key={stage.key} aria-current={stage.state === 'here' ? 'step' : undefined}>
                <th scope="row">{stage.name}</th>
                <td>
                  {(stage.state === 'here'
                    ? [t('journey.here', { name: animal.name }), stage.note]
                    : [t(`journey.${stage.state}`), stage.again, stage.note]
                  )
                    .filter(Boolean)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  )
}

function Stop({ node, animal, clip }: { node: PathNode; animal: JourneyAnimal; clip: string }) {
  const { stage, x, y, side, loop } = node
  const here = stage.state === 'here'
  const away = here ? 50 : 18
  const words = lines(shortName(stage.name), 26, 2)
  const textX = side === 'right' ? x + away : x - away
  const anchor = side === 'right' ? 'start' : 'end'
  const first = here ? y - 24 : y + 5 - (words.length - 1) * 8
  const noted = stage.note ? 15 : 0
  const after = first + words.length * 16 + (here ? 0 : noted)
  return (
    <>
      {here ? (
        <Arch x={x} y={y} animal={animal} clip={clip} />
      ) : (
        <circle
          cx={x}
          cy={y}
          r="8"
          fill={stage.state === 'done' ? 'var(--green)' : 'var(--paper)'}
          stroke={stage.state === 'done' ? 'var(--green)' : 'var(--line)'}
          strokeWidth="2.5"
        />
      )}
      {stage.state === 'done' && <Tick x={x} y={y} />}
      <text
        x={textX}
        y={first}
        textAnchor={anchor}
        className={here ? 'strong' : stage.state === 'done' ? '' : 'soft'}
      >
        {words.map((line, index) => (
          <tspan key={index} x={textX} dy={index ? 16 : 0}>
            {line}
          </tspan>
        ))}
      </text>
      {here && (
        <text x={textX} y={after} textAnchor={anchor} className="soft">
          {text('ui')('journey.here', { name: animal.name })}
        </text>
      )}
      {stage.note && (
        <text x={textX} y={after + (here ? 16 : -15)} textAnchor={anchor} className="won">
          {stage.note}
        </text>
      )}
      {loop && (
        <text y={after + (here ? 17 + noted : 2)} textAnchor={anchor} className="back">
          {lines(loop, 22, 2).map((line, index) => (
            <tspan key={index} x={textX} dy={index ? 16 : 0}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </>
  )
}

/** The stage in the door itself: its words stand beside the step. */
function DoorStage({
  node,
  animal,
  wall,
  clip,
}: {
  node: PathNode
  animal: JourneyAnimal
  wall: number
  clip: string
}) {
  const { stage } = node
  const t = text('ui')
  const word = stage.state === 'here' ? t('journey.here', { name: animal.name }) : t(`journey.${stage.state}`)
  return (
    <>
      {stage.state === 'here' && <Arch x={179} y={wall} animal={animal} clip={clip} />}
      {stage.state === 'done' && <Tick x={198} y={wall - 28} big />}
      <text x="240" y={wall + 47} className="soft">
        {word}
      </text>
      {stage.note && (
        <text x="240" y={wall + 62} className="won">
          {stage.note}
        </text>
      )}
    </>
  )
}

function Arch({ x, y, animal, clip }: { x: number; y: number; animal: JourneyAnimal; clip: string }) {
  const shape = 'M-32 0v-36a32 32 0 0 1 64 0V0Z'
  return (
    <g transform={`translate(${x} ${y})`}>
      <clipPath id={clip}>
        <path d={shape} />
      </clipPath>
      <path d={shape} fill={`var(--door-${wallOf(animal.name)})`} stroke="var(--green)" strokeWidth="3" />
      <image
        href={animal.photo ?? drawingOf(animal.species, animal.coat)}
        x="-28"
        y={animal.photo ? -68 : -67}
        width={animal.photo ? 64 : 56}
        height="67"
        preserveAspectRatio="xMidYMax slice"
        clipPath={`url(#${clip})`}
      />
      <path d="M-40 1h80" stroke="var(--ink)" strokeWidth="4" strokeLinecap="round" />
    </g>
  )
}

function Tick({ x, y, big }: { x: number; y: number; big?: boolean }) {
  return (
    <path
      d={big ? `m${x - 6} ${y + 1} 4 4 7-8` : `m${x - 3.6} ${y + 0.4} 2.5 2.6 4.7-5.2`}
      fill="none"
      stroke={big ? 'var(--green)' : 'var(--on-green)'}
      strokeWidth={big ? 3 : 2}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  )
}

/** Dotted beside the way, from the later stop down to the earlier one. */
function LoopBack({ node, from }: { node: PathNode; from: PathNode | undefined }) {
  if (!from) return null
  const [x1, y1] = [from.x + (from.x > node.x ? -14 : 14), from.y + 9]
  const [x2, y2] = [node.x + (from.x > node.x ? -14 : 14), node.y - (node.stage.state === 'here' ? 78 : 13)]
  const middle = (y1 + y2) / 2 - 16
  return (
    <g fill="none" stroke="var(--amber)" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
      <path d={`M${x1} ${y1}C${x1} ${middle} ${x2} ${middle - 6} ${x2} ${y2}`} strokeDasharray="1 6" />
      <path d={`m${x2 - 5} ${y2 - 5} 5 7 5-7`} />
    </g>
  )
}
