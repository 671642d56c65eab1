import type { AnimalOverview } from '@/lib/domain/standing/overview'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { relationSince } from './relation-words'

type Props = Pick<AnimalOverview, 'housemates' | 'clientId' | 'today'>

/** "Lives with Miso: tense since 3 May", and the way to see them side by side. */
export function LivesWith({ housemates, clientId, today }: Props) {
  const t = text('animal')
  if (housemates.length === 0) return null
  return (
    <p className="who-facts">
      {t('relation.livesWith')}{' '}
      {housemates.map(({ id, name, relation }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <a href={paths.animal(id)} dir="auto">
            {name}
          </a>
          {relation && `: ${relationSince(relation, today)}`}
        </span>
      ))}
      .{' '}
      <a className="reach" href={paths.together(clientId)}>
        {t('relation.together')}
      </a>
    </p>
  )
}
