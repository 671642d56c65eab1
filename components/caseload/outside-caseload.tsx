import type { Temporal } from 'temporal-polyfill'
import type { ComponentProps } from 'react'
import { AnimalRow } from '@/components/animal/animal-row'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Animal = ComponentProps<typeof AnimalRow>['animal'] & { household: string }
type Props = {
  which: 'withoutPlan' | 'archived'
  page: { animals: readonly Animal[]; after: string | null }
  today: Temporal.PlainDate
}

/** Animals that are on no caseload, by name. */
export function OutsideCaseload({ which, page, today }: Props) {
  const t = text('caseload')
  const next = { withoutPlan: paths.animalsWithoutPlan, archived: paths.archivedAnimals }[which]
  if (page.animals.length === 0)
    return <EmptyState title={t(`${which}.noneTitle`)}>{t(`${which}.noneLead`)}</EmptyState>
  return (
    <>
      <ul className="rows">
        {page.animals.map((animal) => (
          <AnimalRow key={animal.id} animal={animal} household={animal.household} today={today} />
        ))}
      </ul>
      <Pagination next={page.after === null ? undefined : next(page.after)} />
    </>
  )
}
