import { Portrait } from '@/components/animal/portrait'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Search } from '@/components/ui/icons'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Household = {
  id: string
  name: string
  town: string
  animals: { id: string; name: string; species: Species; coat: string }[]
}
type Kept = { day?: string | undefined; time?: string | undefined; consultant?: string | undefined }
type Props = { households: readonly Household[]; search: string; kept: Kept }

/** The first question of a booking: whose door? A plain form that asks the address bar. */
export function ChooseHousehold({ households, search, kept }: Props) {
  const t = text('visit')
  return (
    <>
      <form role="search" action={paths.newVisit()} className="mb-6 max-w-measure">
        <label className="field-label" htmlFor="household">
          {t('choose.search')}
        </label>
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <div className="mt-1 flex flex-wrap gap-2">
          <input
            id="household"
            type="search"
            name="q"
            defaultValue={search}
            dir="auto"
            maxLength={100}
            autoComplete="off"
            className="input min-w-0 flex-1 basis-48"
          />
          <Button type="submit" icon={Search}>
            {t('choose.find')}
          </Button>
        </div>
      </form>
      {households.length === 0 ? (
        <EmptyState
          title={t('choose.none')}
          action={
            <ButtonLink look="go" href={paths.newClient()}>
              {t('choose.add')}
            </ButtonLink>
          }
        >
          {t('choose.noneLead')}
        </EmptyState>
      ) : (
        <ul className="rows">
          {households.map(({ id, name, town, animals }) => (
            <li key={id} className="relative flex flex-wrap items-center gap-x-6 gap-y-1 hover:bg-sunk/40">
              <a
                href={paths.newVisit({ client: id, ...kept })}
                dir="auto"
                className="serif text-lg font-semibold no-underline after:absolute after:inset-0"
              >
                {name}
              </a>
              <span className="tiny" dir="auto">
                {town}
              </span>
              <span className="flex flex-wrap items-center gap-3">
                {animals.map((animal) => (
                  <span key={animal.id} className="small flex items-center gap-2">
                    <Portrait
                      species={animal.species}
                      coat={coatFrom(animal.coat)}
                      name={animal.name}
                      size={24}
                      decorative
                    />
                    <bdi>{animal.name}</bdi>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
