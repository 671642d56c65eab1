import { ButtonLink } from '@/components/ui/button'
import { Camera } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { ShownPhoto, VisitPhotos } from '@/lib/domain/photo/pages'
import type { Owner } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { AddPhotos } from './add-photos'
import { PhotoMedia } from './photo-media'
import { photoWords } from './photo-words'

/** The photos of a visit beside its note, adding more where the household agreed, and the way to say who sees them. */
export function NotePhotos({ visit, owner }: { visit: VisitPhotos; owner: Owner }) {
  const t = text('photo')
  const { photos, visitId, consent, animals, mayAdd } = visit
  const words = photoWords()
  return (
    <Section title={t('note')} className="photo-strip">
      <Strip photos={photos} />
      {mayAdd &&
        animals.map(({ id: animalId, name }) => (
          <AddPhotos key={animalId} place={{ animalId, visitId }} {...{ owner, consent, name, words }} />
        ))}
      <div className="acts pt-3">
        <ButtonLink icon={Camera} href={paths.visitPhotos(visitId)}>
          {t('title')}
        </ButtonLink>
      </div>
    </Section>
  )
}

/** What a household is shown of a visit, below its summary. */
export function SummaryPhotos({ photos }: { photos: readonly ShownPhoto[] }) {
  if (photos.length === 0) return null
  return (
    <Section title={text('photo')('summary')} className="photo-strip summary-photos no-print">
      <Strip photos={photos} />
    </Section>
  )
}

function Strip({ photos }: { photos: readonly ShownPhoto[] }) {
  if (photos.length === 0) return null
  return (
    <ul className="photo-wall">
      {photos.map((photo) => (
        <li key={photo.id}>
          <PhotoMedia photo={photo} />
          <p className="tiny">
            <bdi>{photo.animalName}</bdi>
          </p>
        </li>
      ))}
    </ul>
  )
}
