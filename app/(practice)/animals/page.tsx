import { AnimalRow } from '@/components/animal/animal-row'
import { AnimalState } from '@/components/animal/animal-state'
import { NoAnimals } from '@/components/animal/no-animals'
import { Pagination } from '@/components/ui/pagination'
import { PageHead } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { listAnimalsWithStandings } from '@/lib/data/client-standings'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Query = Partial<Record<'view' | 'after', string | string[]>>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export const metadata = { title: text('animal')('title') }

export default async function AnimalsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const viewer = await requireMember()
  const archived = one(query.view) === 'archived'
  const asked = listAnimalsWithStandings(viewer, { archived, after: one(query.after) }, now())
  const { page, standings } = await orNotFound(asked)
  const t = text('animal')
  const view = archived ? { view: 'archived' } : {}
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Tabs
        label={t('list.view')}
        current={archived ? 'archived' : 'current'}
        tabs={[
          { key: 'current', href: paths.animals(), label: t('list.current') },
          { key: 'archived', href: paths.animals({ view: 'archived' }), label: t('list.archived') },
        ]}
      />
      {page.animals.length === 0 && <NoAnimals archived={archived} />}
      <ul className="rows">
        {page.animals.map((animal) => (
          <AnimalRow
            key={animal.id}
            animal={animal}
            household={animal.household}
            today={dayOf(now(), viewer.zone)}
          >
            {!archived && <AnimalState standing={standings.get(animal.id)} />}
          </AnimalRow>
        ))}
      </ul>
      <Pagination next={page.after === null ? undefined : paths.animals({ ...view, after: page.after })} />
    </>
  )
}
