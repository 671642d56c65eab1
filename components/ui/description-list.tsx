import { Fragment, type ReactNode } from 'react'

/** Facts as term and value; a row without a value is left out. `stacked` sets the term above the value. */
export function DescriptionList({
  rows,
  stacked = false,
}: {
  rows: readonly (readonly [term: ReactNode, value: ReactNode])[]
  stacked?: boolean
}) {
  return (
    <dl className={stacked ? 'facts facts-stacked' : 'facts'}>
      {rows.map(([term, value], index) =>
        value === null || value === undefined || value === '' ? null : (
          <Fragment key={index}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  )
}
