import type { SessionKind } from '@/components/ui/session-mark'

/** One session on a chart: disc, ring, triangle, pennant; the shape carries it, the colour repeats it. */
export function ChartMark({ kind, x, y }: { kind: SessionKind; x: number; y: number }) {
  if (kind === 'pass') return <circle cx={x} cy={y} r="5" fill="var(--green)" />
  if (kind === 'short')
    return <circle cx={x} cy={y} r="4" fill="none" stroke="var(--ink-2)" strokeWidth="2" />
  if (kind === 'stress') return <path d={`M${x - 6.5} ${y - 5}h13L${x} ${y + 6.5}Z`} fill="var(--amber)" />
  return (
    <path
      d={`M${x - 4} ${y + 8}v-17l12 5-12 5`}
      fill="var(--brick)"
      stroke="var(--brick)"
      strokeWidth="2"
      strokeLinejoin="round"
    />
  )
}
