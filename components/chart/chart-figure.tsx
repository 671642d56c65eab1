import { useId, type ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { text } from '@/lib/format/text'

type Props = {
  /** What is drawn, in a few words: the name of the picture. */
  label: string
  /** What one sees, in a sentence or two computed from the data. */
  says: ReactNode
  /** Pixels; the width is whatever there is. */
  height: number
  /** Above the plot, on the same days. */
  head?: ReactNode
  /** The signs below the picture. */
  legend?: ReactNode
  /** The same as a table: not optional, so that a chart is never the only way to know. */
  table: ReactNode
  children: ReactNode
}

/** The frame of every chart: drawn on the server, as wide as its room, with a sentence and a table to open. */
export function ChartFigure({ label, says, height, head, legend, table, children }: Props) {
  const id = useId()
  return (
    <figure className="chart-figure">
      <figcaption id={id}>{says}</figcaption>
      <div className="chart-plot">
        {head}
        <svg className="chart" height={height} role="img" aria-label={label} aria-describedby={id}>
          {children}
        </svg>
      </div>
      {legend}
      <Disclosure summary={text('ui')('asTable')}>{table}</Disclosure>
    </figure>
  )
}
