import type { ReactNode } from 'react'

type Props = {
  /** Read out before the table; shown only with `titled`. */
  caption: ReactNode
  titled?: boolean
  head: readonly ReactNode[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  /** On the phone each row becomes a short list with the heads as its terms. */
  folds?: boolean
}

/** A plain table with hairlines. The first cell of a row names it. */
export function Table({ caption, titled = false, head, rows, folds = false }: Props) {
  return (
    <div
      className="scroll"
      tabIndex={folds ? undefined : 0}
      role={folds ? undefined : 'group'}
      aria-label={folds || typeof caption !== 'string' ? undefined : caption}
    >
      <table className={folds ? 'folds' : undefined}>
        <caption className={titled ? undefined : 'vh'}>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={index} data-head={typeof head[index] === 'string' ? head[index] : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
