import type { Figures } from '@/lib/domain/journal/figures'
import { figureRows } from '@/lib/format/journal'

/** What the sessions of a month, or all of them, come to. */
export function FiguresList({ figures, small = false }: { figures: Figures; small?: boolean }) {
  return (
    <dl className={small ? 'journal-figures is-small' : 'journal-figures'}>
      {figureRows(figures).map(([term, figure]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
