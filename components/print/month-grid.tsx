import type { SheetBlock } from '@/lib/domain/paper/sheet'

/** A month as a wall calendar, with what was done on each day. */
export function MonthGrid({ caption, heads, weeks }: Omit<Extract<SheetBlock, { is: 'month' }>, 'is'>) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="month-grid">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, row) => (
            <tr key={row}>
              {week.map((day, column) => (
                <td key={column} className={day ? `is-${day.mark}` : 'is-none'}>
                  {day && (
                    <>
                      <b>{day.day}</b> {day.aside && <span>{day.aside}</span>}
                      {day.words.map((words, line) => (
                        <small key={line} dir="auto">
                          {words}
                        </small>
                      ))}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
