import { pillars, type NoteBody } from '@/lib/domain/note/schema'
import { resources } from '@/lib/domain/note/resources'
import type { Correcting } from '@/lib/domain/note/pages'
import { text } from '@/lib/format/text'
import { ReadFields } from './read-fields'

type Props = { body: NoteBody; corrections?: readonly Correcting[]; visitId?: string }

/** What a signed note says of the home: the pillars that are not fine, what was counted, rooms and gaps. */
export function HomeRead({ body, ...rest }: Props) {
  const t = text('note')
  const wanting = pillars.flatMap((pillar) => {
    const level = body.pillars[pillar]
    return level === undefined || level === 2
      ? []
      : [`${t(`pillar.${pillar}`)}: ${t(`pillarLevel.${level}`)}`]
  })
  // Notes from before nobody counted have no such part.
  const counted = resources.flatMap((of) => {
    const count = (body.resources as Partial<NoteBody['resources']> | undefined)?.[of]
    return count === undefined ? [] : [t('resources.line', { name: t(`resources.${of}`), count })]
  })
  return (
    <>
      {[...wanting, ...counted].map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
      <ReadFields body={{ of: body, keys: ['rooms', 'homeGaps'] }} {...rest} />
    </>
  )
}
