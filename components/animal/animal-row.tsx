import type { Temporal } from 'temporal-polyfill'
import type { ReactNode } from 'react'
import { isCoat } from '@/lib/domain/animal/coats'
import type { BirthPrecision, Sex } from '@/lib/domain/animal/intake'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { age } from '@/lib/format/age'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Portrait } from './portrait'

type Props = {
  animal: {
    id: string
    name: string
    species: Species
    coat: string
    bornOn: Temporal.PlainDate | null
    bornPrecision: BirthPrecision
    sex: Sex
    breed: string
  }
  today: Temporal.PlainDate
  /** Said first in the quiet line: where it lives. */
  household?: string
  /** Stage and recommendation. */
  children?: ReactNode
}

/** An animal in its doorway, with what a person wants to know first. The whole line leads to it. */
export function AnimalRow({ animal, today, household, children }: Props) {
  const t = text('animal')
  const { id, name, species, coat, sex, breed } = animal
  const facts = [
    t(`species.${species}`),
    breed,
    sex === 'unknown' ? '' : t(`sex.${sex}`),
    age({ on: animal.bornOn, precision: animal.bornPrecision }, today),
  ].filter(Boolean)
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5 gap-y-1 hover:bg-sunk/40 md:grid-cols-[auto_minmax(0,1fr)_minmax(0,1fr)]">
      <span className="pl-1 max-md:row-span-2">
        <Portrait species={species} coat={isCoat(coat) ? coat : null} name={name} size={46} decorative />
      </span>
      <div className="min-w-0">
        <a
          href={paths.animal(id)}
          dir="auto"
          className="serif text-xl leading-tight font-semibold no-underline after:absolute after:inset-0"
        >
          {name}
        </a>
        <p className="tiny">
          {household && (
            <>
              <bdi>{household}</bdi> ·{' '}
            </>
          )}
          <bdi>{facts.join(', ')}</bdi>
        </p>
      </div>
      <div className="min-w-0">{children}</div>
    </li>
  )
}
