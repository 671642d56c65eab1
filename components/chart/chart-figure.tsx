import { useId, type ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { text } from '@/lib/format/text'

type Props = {
  /** One sentence that says what the picture shows. */
  title: string
  width: number
  height: number
  /** The signs below the picture. */
  legend?: ReactNode
  /** The same as a table: not optional, so that a chart is never the only way to know. */
  table: ReactNode
  /** On the phone the newest days come first into view. */
  late?: boolean
  children: ReactNode
}

/** The frame of every chart: drawn on the server, with a title and a table a reader can open. */
export function ChartFigure({ title, width, height, legend, table, late = false, children }: Props) {
  const id = useId()
  return (
    <figure className="chart-figure">
      <div className={late ? 'scroll late' : 'scroll'} tabIndex={0} role="group" aria-label={title}>
        <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
          <title id={id}>{title}</title>
          {children}
        </svg>
      </div>
      {legend}
      <Disclosure summary={text('ui')('asTable')}>
        <div className="scroll" tabIndex={0} role="group" aria-label={text('ui')('asTable')}>
          {table}
        </div>
      </Disclosure>
    </figure>
  )
}
