import type { SheetStop } from '@/lib/domain/paper/sheet'

/** The stops of a day: when to leave, where to, how to get in, whom to call, what to bring, what each animal is at. */
export function DayStops({ stops }: { stops: readonly SheetStop[] }) {
  return (
    <ol className="sheet-stops">
      {stops.map((stop, index) => (
        <li key={index}>
          <p className="sheet-stop-at">
            <b>{stop.at}</b>
            <small>{stop.until}</small>
            {stop.leave && (
              <small>
                <strong>{stop.leave}</strong>
              </small>
            )}
            {stop.way && <small>{stop.way}</small>}
          </p>
          <div>
            <h2 dir="auto">{stop.name}</h2>
            <p dir="auto">{stop.place}</p>
            <dl>
              {stop.facts.map(([term, words]) => (
                <div key={term}>
                  <dt>{term} </dt>
                  <dd dir="auto">{words}</dd>
                </div>
              ))}
            </dl>
          </div>
          <ul>
            {stop.animals.map(({ name, stage, state, words }) => (
              <li key={name}>
                <b dir="auto">{name}</b>, {stage}
                {state && (
                  <>
                    . <b>{state}</b>
                  </>
                )}
                {words && ` ${words}`}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
