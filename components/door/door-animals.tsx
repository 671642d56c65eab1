import { Portrait } from '@/components/animal/portrait'
import { relationSince } from '@/components/relation/relation-words'
import { AnimalFlags } from '@/components/today/animal-flags'
import { ButtonLink } from '@/components/ui/button'
import { Eye } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { DoorAnimal, DoorCard } from '@/lib/domain/door/page'
import { dayOf } from '@/lib/domain/time/time'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = {
  card: DoorCard
  /** Where an animal is watched live; null where that is not for now or not for whoever looks. */
  watchHref: ((animalId: string) => string) | null
}

/** Who lives behind the door: each animal with what to mind, then how it is between them, then the people. */
export function DoorAnimals({ card, watchHref }: Props) {
  const t = text('door')
  return (
    <Section title={t('who')}>
      <ul className="door-animals">
        {card.animals.map((animal) => (
          <Animal key={animal.id} animal={animal} card={card} watchHref={animal.worked ? watchHref : null} />
        ))}
      </ul>
      <Between card={card} />
      {card.people.length > 0 && (
        <>
          <h3 className="door-part">{t('people')}</h3>
          <ul className="small">
            {card.people.map(({ name, relation, phone }) => (
              <li key={name + phone}>
                <bdi>{[name, relation].filter(Boolean).join(', ')}</bdi>
                {phone !== '' && (
                  <>
                    {' '}
                    <a className="reach" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
                      {phone}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Animal({ animal, card, watchHref }: Props & { animal: DoorAnimal }) {
  const t = text('door')
  const standing = card.standings.get(animal.id)
  const nature = animal.temperament.map((one) => text('animal')(`temperament.${one}`))
  return (
    <li>
      <Portrait
        species={animal.species}
        coat={coatFrom(animal.coat)}
        name={animal.name}
        size={52}
        decorative
      />
      <div>
        <p className="worked-name">
          <b>
            <a className="reach" href={paths.animal(animal.id)} dir="auto">
              {animal.name}
            </a>
          </b>
          <span className="stage">
            {[animal.worked && t('worked'), standing?.stageName].filter(Boolean).join(' · ')}
          </span>
        </p>
        {nature.length > 0 && (
          <p className="small">
            {t('temper')}: {listOf(nature)}
          </p>
        )}
        {animal.knownTriggers !== '' && (
          <p className="small">
            {t('triggers')}: <span dir="auto">{animal.knownTriggers}</span>
          </p>
        )}
        {standing && <AnimalFlags standing={standing} zone={card.zone} />}
        {standing && watchHref && (
          <p className="pt-2">
            <ButtonLink
              icon={Eye}
              href={watchHref(animal.id)}
              aria-label={text('live')('watchFor', { name: animal.name })}
            >
              {text('live')('watch')}
            </ButtonLink>
          </p>
        )}
      </div>
    </li>
  )
}

function Between({ card }: { card: DoorCard }) {
  const t = text('door')
  const known = card.pairs.flatMap(({ animals, now }) => (now ? [{ animals, now }] : []))
  if (card.pairs.length === 0) return null
  return (
    <>
      <h3 className="door-part">{t('relations')}</h3>
      {known.length === 0 && <p className="small quiet">{t('noRelations')}</p>}
      <ul className="small">
        {known.map(({ animals: [one, other], now }) => (
          <li key={now.id}>
            <bdi>{text('animal')('relation.pairOf', { one: one.name, other: other.name })}</bdi>:{' '}
            {now.kind === 'tense' ? (
              <b className="tone-amber">{relationSince(now, dayOf(card.from, card.zone))}</b>
            ) : (
              relationSince(now, dayOf(card.from, card.zone))
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
