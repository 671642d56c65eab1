import { ActionButton } from '@/components/form/action-button'
import { AddPhotos } from '@/components/photo/add-photos'
import { PhotoMedia } from '@/components/photo/photo-media'
import { photoWords } from '@/components/photo/photo-words'
import { Section } from '@/components/ui/section'
import type { PhotoConsent, SessionPhotos } from '@/lib/domain/photo/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Owner } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'

export type OfLog = { owner: Owner; practice: string; animalId: string; sessionId: string; name: string }
type Props = { of: OfLog; photos: SessionPhotos; takeAway: FormAction }

/** The photos and videos of one log, and adding more where the household agreed to them. */
export function LogPhotos({ of, photos: { photos, consent, mayAdd }, takeAway }: Props) {
  const t = text('home')
  if (photos.length === 0 && !mayAdd) return null
  return (
    <Section title={t('photos.title')}>
      {photos.length > 0 && (
        <ul className="photo-wall">
          {photos.map((photo) => (
            <li key={photo.id}>
              <PhotoMedia photo={photo} />
              {photo.ofHousehold && (
                <ActionButton action={takeAway} fields={{ photoId: photo.id }} look="danger">
                  {text('photo')('remove')}
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddToLog of={of} consent={consent} refreshes />}
    </Section>
  )
}

type Add = { of: OfLog; consent: PhotoConsent; refreshes?: boolean; offline?: boolean }

/** Without the household's yes nothing is added, and it reads how to give it. */
export function AddToLog({ of, consent, refreshes = false, offline = false }: Add) {
  const t = text('home')
  const { owner, practice, animalId, sessionId, name } = of
  if (!consent.pictures && !consent.films)
    return <p className="small quiet">{t(consent.ask ? 'photos.ask' : 'photos.withheld', { practice })}</p>
  return (
    <>
      <p className="small quiet">{t('photos.lead', { practice })}</p>
      <AddPhotos
        place={{ animalId, sessionId }}
        words={photoWords()}
        own
        {...{ owner, consent, name, refreshes, offline }}
      />
    </>
  )
}
