import { Fragment } from 'react'
import type { SheetBlock } from '@/lib/domain/paper/sheet'

/** The log for the fridge: a row a day, boxes to tick, room to write. */
export function FridgeLog({
  caption,
  dayHead,
  days,
  columns,
}: Omit<Extract<SheetBlock, { is: 'log' }>, 'is'>) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="fridge">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{dayHead}</th>
            {columns.map(({ head, width }) => (
              <th key={head} scope="col" className={`is-${width}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {columns.map(({ head, boxes }) => (
                <td key={head}>
                  {boxes.map((word) => (
                    <Fragment key={word}>
                      <span className="nb">
                        <TickBox /> {word}
                      </span>{' '}
                    </Fragment>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A box for a pen. */
function TickBox() {
  return <span className="pen-box" aria-hidden="true" />
}
