import { Portrait } from '@/components/animal/portrait'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { HouseholdTogether } from '@/lib/domain/relation/household'
import type { Relation } from '@/lib/domain/relation/relation'
import { pairValue } from '@/lib/domain/relation/schema'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { RelationLine } from './relation-line'
import { relationSince } from './relation-words'

type Props = Pick<HouseholdTogether, 'pairs' | 'mayWrite' | 'today'> & { clientId: string }

/** Every two animals of a home: the line between them, since when, who says so, and how it was. */
export function Pairs({ pairs, mayWrite, today, clientId }: Props) {
  const t = text('animal')
  if (pairs.length === 0) return null
  return (
    <Section title={t('relation.title')}>
      <ul>
        {pairs.map(({ animals, now, before }) => {
          const [one, other] = animals
          return (
            <li key={pairValue(one, other)} className="pair">
              <div className="pair-drawing">
                <PairPortrait animal={one} />
                <RelationLine kind={now?.kind ?? 'unknown'} />
                <PairPortrait animal={other} />
              </div>
              <div className="pair-words">
                <p>
                  <bdi>{t('relation.pairOf', { one: one.name, other: other.name })}</bdi>:{' '}
                  <b>{now ? relationSince(now, today) : t('relation.none')}</b>
                </p>
                {now && <p className="tiny">{toldBy(now)}</p>}
                {before.length > 0 && (
                  <Disclosure summary={t('relation.before')}>
                    <ul>
                      {before.map((row) => (
                        <li key={row.id}>
                          {relationSince(row, today)}. <span className="tiny">{toldBy(row)}</span>
                        </li>
                      ))}
                    </ul>
                  </Disclosure>
                )}
              </div>
              {mayWrite && (
                <ButtonLink href={paths.newRelation(clientId, pairValue(one, other))}>
                  {t(now ? 'relation.writeAgain' : 'relation.write')}
                </ButtonLink>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const PairPortrait = ({ animal }: { animal: Props['pairs'][number]['animals'][number] }) => (
  <Portrait species={animal.species} coat={coatFrom(animal.coat)} name={animal.name} size={44} decorative />
)

function toldBy({ saidBy, by }: Relation): string {
  const t = text('animal')
  const wrote = t('relation.wroteDown', { name: by })
  return saidBy ? `${t('relation.saidBy', { who: saidBy })}, ${wrote}` : wrote
}
