import type { Temporal } from 'temporal-polyfill'
import type { ComponentProps } from 'react'
import { AnimalRow } from '@/components/animal/animal-row'
import { AnimalState, type AnimalStanding } from '@/components/animal/animal-state'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Plus } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Animal = ComponentProps<typeof AnimalRow>['animal'] & { archivedAt: unknown }
type Props = {
  animals: readonly Animal[]
  standings: ReadonlyMap<string, AnimalStanding>
  clientId: string
  today: Temporal.PlainDate
}

/** The animals of a household; without one, the page teaches the next step. */
export function ClientAnimals({ animals, standings, clientId, today }: Props) {
  const t = text('client')
  const current = animals.filter(({ archivedAt }) => archivedAt === null)
  const archived = animals.filter(({ archivedAt }) => archivedAt !== null)
  return (
    <Section title={t('page.animals')}>
      {animals.length === 0 ? (
        <EmptyState
          title={t('page.noAnimalsTitle')}
          action={
            <ButtonLink look="go" icon={Plus} href={paths.newAnimal(clientId)}>
              {t('page.addFirst')}
            </ButtonLink>
          }
        >
          {t('page.noAnimalsLead')}
        </EmptyState>
      ) : (
        <>
          <ul className="rows">
            {current.map((animal) => (
              <AnimalRow key={animal.id} animal={animal} today={today}>
                <AnimalState standing={standings.get(animal.id)} />
              </AnimalRow>
            ))}
          </ul>
          <div className="acts mt-4">
            <ButtonLink icon={Plus} href={paths.newAnimal(clientId)}>
              {t('page.addAnimal')}
            </ButtonLink>
            {current.length > 1 && (
              <ButtonLink href={paths.together(clientId)}>{text('animal')('relation.together')}</ButtonLink>
            )}
          </div>
        </>
      )}
      {archived.length > 0 && (
        <Disclosure summary={t('page.archivedAnimals', { count: archived.length })}>
          <ul className="rows">
            {archived.map((animal) => (
              <AnimalRow key={animal.id} animal={animal} today={today} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}
