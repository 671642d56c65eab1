import type { Temporal } from 'temporal-polyfill'
import { Portrait } from '@/components/animal/portrait'
import { isCoat } from '@/lib/domain/animal/coats'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { relativeDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export type ClientRow = {
  id: string
  name: string
  town: string
  mainPerson: string | null
  animals: readonly { id: string; name: string; species: Species; coat: string }[]
  nextVisit: Temporal.PlainDate | null
}

type Props = { rows: readonly ClientRow[]; today: Temporal.PlainDate; zone: string }

/** Households as lines: who, where, which animals, when next. The whole line leads to the household. */
export function ClientRows({ rows, today, zone }: Props) {
  const t = text('client')
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li
          key={row.id}
          className="relative grid items-center gap-x-6 gap-y-1 hover:bg-sunk/40 md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_9rem]"
        >
          <div className="min-w-0">
            <a
              href={paths.client(row.id)}
              dir="auto"
              className="serif text-lg leading-snug font-semibold no-underline after:absolute after:inset-0"
            >
              {row.name}
            </a>
            <p className="tiny">
              <bdi>{row.mainPerson !== row.name && row.mainPerson}</bdi>
              {row.mainPerson !== row.name && row.mainPerson && row.town && ' · '}
              <bdi>{row.town}</bdi>
            </p>
          </div>
          <Animals animals={row.animals} />
          <p className="small">
            {row.nextVisit ? (
              <>
                <span className="tiny">{t('list.nextVisit')} </span>
                <span className="nb">{relativeDay(row.nextVisit, today, zone)}</span>
              </>
            ) : (
              <span className="tiny">{t('list.noVisit')}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Animals({ animals }: Pick<ClientRow, 'animals'>) {
  const t = text('client')
  if (animals.length === 0) return <p className="tiny">{t('list.noAnimals')}</p>
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2">
      {animals.map(({ id, name, species, coat }) => (
        <li key={id} className="flex min-w-0 items-center gap-3">
          <Portrait species={species} coat={isCoat(coat) ? coat : null} name={name} size={28} decorative />
          <span className="small min-w-0">
            <bdi>{name}</bdi> <span className="tiny">{text('animal')(`species.${species}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
