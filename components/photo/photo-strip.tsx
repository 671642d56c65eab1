import { ButtonLink } from '@/components/ui/button'
import { Camera } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { ShownPhoto } from '@/lib/domain/photo/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { PhotoMedia } from './photo-media'

/** The photos of a visit beside its note, and the way to add more or to say who sees them. */
export function NotePhotos({ photos, visitId }: { photos: readonly ShownPhoto[]; visitId: string }) {
  const t = text('photo')
  return (
    <Section title={t('note')} className="photo-strip">
      <Strip photos={photos} />
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
