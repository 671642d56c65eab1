import type { PathNode } from './path-layout'

/** Grass, a tree, a bench and the sun above the wall. */
export function Outdoors({ wall, word }: { wall: number; word: string }) {
  return (
    <>
      <path d={`M0 14Q0 0 14 0H344Q358 0 358 14V${wall}H0Z`} fill="var(--green-soft)" />
      <g
        fill="none"
        stroke="var(--green)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        opacity=".75"
        transform={`translate(0 ${wall - 205})`}
      >
        <path d="M44 204v-70M44 158l-13-13M44 150l12-11" />
        <path
          d="M44 138c-24 2-34-20-22-34-6-18 12-30 24-22 14-8 30 4 26 20 10 16-4 38-28 36Z"
          fill="var(--green-soft)"
        />
        <path d="M92 203v-8M100 203v-13M108 203v-7M244 203v-7M252 203v-12M260 203v-6" />
        <path d="M296 178h50M301 178v25M341 178v25M296 168h50" />
      </g>
      <g fill="none" stroke="var(--green)" strokeWidth="2" strokeLinecap="round" opacity=".75">
        <circle cx="326" cy="36" r="12" />
        <path d="M326 15v-4M347 36h4M341 21l3-3M311 21l-3-3M311 51l-3 3M341 51l3 3" />
      </g>
      <text x="20" y="32" className="in">
        {word}
      </text>
    </>
  )
}

/** The flat below the wall: its furniture stands where no words are. */
export function Indoors({
  wall,
  height,
  word,
  nodes,
}: {
  wall: number
  height: number
  word: string
  nodes: readonly PathNode[]
}) {
  const below = nodes.filter(({ y, stage }) => y > wall + 20 && stage.state !== 'here')
  const left = below.filter(({ side }) => side === 'right')
  const right = below.filter(({ side }) => side === 'left')
  return (
    <>
      <path
        d={`M10 ${height - 2}V${wall}M348 ${height - 2}V${wall}M10 ${height - 1}H348`}
        stroke="var(--hairline)"
        strokeWidth="2"
        fill="none"
      />
      <g stroke="var(--line)" strokeWidth="1.8" fill="none" strokeLinecap="round" strokeLinejoin="round">
        {left.at(-1) && (
          <path d="M0 0h36v44H0ZM18 0v44M0 22h36" transform={`translate(26 ${(left.at(-1)?.y ?? 0) - 26})`} />
        )}
        {right.at(-1) && (
          <path
            d="M12 12v-30M12-2C0-2-4-12-4-18c10 0 16 6 16 16ZM12-8c12 0 15-10 15-15-9 0-15 5-15 15ZM2 12h20l-3 22H5Z"
            transform={`translate(308 ${(right.at(-1)?.y ?? 0) - 8})`}
          />
        )}
        {(right[0] ?? left[0]) && (
          <path
            d="M0 18h26l-4 11H4ZM5 18c2-6 14-6 16 0"
            transform={`translate(${right[0] ? 306 : 26} ${height - 40})`}
          />
        )}
      </g>
      <text x="24" y={wall + 30} className="in">
        {word}
      </text>
    </>
  )
}

/** The door in the wall, on its two steps. It stands open as soon as it is the next stop. */
export function Door({ wall, open }: { wall: number; open: boolean }) {
  return (
    <>
      <path d={`M0 ${wall}H146M212 ${wall}H358`} stroke="var(--ink)" strokeWidth="3" />
      <path
        d={`M138 ${wall + 3}H220M130 ${wall + 10}H228`}
        stroke="var(--ink)"
        strokeWidth="3.5"
        strokeLinecap="round"
      />
      <g
        stroke="var(--ink)"
        strokeWidth="2.5"
        strokeLinejoin="round"
        transform={`translate(0 ${wall - 205})`}
      >
        <path d="M146 206v-35a33 33 0 0 1 66 0v35Z" fill={open ? 'var(--amber-soft)' : 'var(--paper)'} />
        {open && <path d="M146 206v-36a33 33 0 0 1 12-25l26 16v45Z" fill="var(--paper)" />}
        <circle cx={open ? 177 : 202} cy="186" r="2.4" fill="var(--ink)" stroke="none" />
      </g>
    </>
  )
}
