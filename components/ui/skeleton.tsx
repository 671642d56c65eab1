import { text } from '@/lib/format/text'

/** Shapes of what is coming, so that nothing jumps when it arrives. */
export function Skeleton({
  shape,
  count = 1,
}: {
  shape: 'line' | 'title' | 'row' | 'portrait' | 'sheet'
  count?: number
}) {
  return Array.from({ length: count }, (_, index) => (
    <span key={index} className={`bone bone-${shape}`} aria-hidden="true" />
  ))
}

/** A list on its way: a title on a rule and rows with portraits. */
export function ListSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <div role="status" aria-label={text('ui')('loading')}>
      <div className="title">
        <Skeleton shape="title" />
      </div>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="bone-item" aria-hidden="true">
          <Skeleton shape="portrait" />
          <span>
            <Skeleton shape="line" count={2} />
          </span>
        </div>
      ))}
    </div>
  )
}
