import { Section } from '@/components/ui/section'
import type { SessionPhotos as Photos } from '@/lib/domain/photo/pages'
import type { Owner } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { AddPhotos } from './add-photos'
import { ConsentNotice } from './consent-notice'
import { PhotoWall, type PhotoActions } from './photo-wall'
import { photoWords } from './photo-words'

type Props = {
  photos: Photos
  session: { id: string; animalId: string; animalName: string; visitId: string | null }
  owner: Owner
  zone: string
  actions: PhotoActions
}

/** The photos and videos of one session, and adding more where the household agreed. */
export function SessionPhotos({
  photos: { photos, consent, clientId, mayAdd, signed },
  session,
  owner,
  zone,
  actions,
}: Props) {
  const t = text('photo')
  const { id: sessionId, animalId, animalName: name, visitId } = session
  return (
    <Section title={t('title')}>
      {photos.length === 0 && <p className="small quiet pt-3">{t('noneOfSession')}</p>}
      <PhotoWall photos={photos} zone={zone} signed={signed} actions={mayAdd ? actions : null} />
      <ConsentNotice consent={consent} clientId={clientId} />
      {mayAdd && consent.ask && (
        <p className="pt-3">
          <a href={visitId ? paths.visitPhotos(visitId) : paths.newConsent(clientId)}>{t('ask.title')}</a>
        </p>
      )}
      {mayAdd && (
        <AddPhotos
          place={{ animalId, sessionId }}
          words={photoWords()}
          refreshes
          {...{ owner, consent, name }}
        />
      )}
    </Section>
  )
}
