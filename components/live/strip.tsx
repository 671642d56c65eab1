import type { Strip, StripMark } from '@/lib/domain/observation/live/strip'

type Props = {
  strip: Strip | null
  /** What the stage asks for, in milliseconds; the picture is at least as long. 0: nothing. */
  targetMs: number
  /** What it shows, in words. */
  label: string
}

const base = 34
const heightOf = (level: number) => 26 - level * 6

/** An observation drawn along its clock: what the body said above, signs and turns on the line. */
export function LiveStrip({ strip, targetMs, label }: Props) {
  const length = Math.max(strip?.lengthMs ?? 0, targetMs * 1.02, 60_000)
  const x = (at: number) => `${((at / length) * 100).toFixed(2)}%`
  return (
    <svg className="live-strip" height="44" role="img" aria-label={label}>
      <line className="strip-ground" x1="0" x2="100%" y1={base} y2={base} />
      {strip && <line className="strip-ran" x1="0" x2={x(strip.lengthMs)} y1={base} y2={base} />}
      {strip?.body.map(({ from, to, level }, index) => {
        const before = strip.body[index - 1]
        return (
          <g key={from + '-' + index} className={`strip-body strip-body-${level}`}>
            {before && <line x1={x(from)} x2={x(from)} y1={heightOf(before.level)} y2={heightOf(level)} />}
            <line x1={x(from)} x2={x(to)} y1={heightOf(level)} y2={heightOf(level)} />
          </g>
        )
      })}
      {strip?.marks.map((mark, index) => (
        <Mark key={index} mark={mark} x={x(mark.at)} />
      ))}
      {targetMs > 0 && (
        <line className="strip-target" x1={x(targetMs)} x2={x(targetMs)} y1={base - 7} y2={base + 7} />
      )}
    </svg>
  )
}

/** Each kind keeps its shape in black and white: a tick below, a tick above, a pennant, a disc, a ring. */
function Mark({ mark: { kind }, x }: { mark: StripMark; x: string }) {
  if (kind === 'sign') return <line className="strip-sign" x1={x} x2={x} y1={base} y2={base + 9} />
  if (kind === 'good') return <line className="strip-good" x1={x} x2={x} y1={base - 5} y2={base} />
  if (kind === 'red')
    return (
      <svg x={x} y="0" overflow="visible" className="strip-red">
        <path d="M0 34V2l9 4-9 4" />
      </svg>
    )
  return <circle className={kind === 'trialOk' ? 'strip-ok' : 'strip-not'} cx={x} cy={base} r="4.5" />
}
