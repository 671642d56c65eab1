import { PortraitTitle } from '@/components/animal/portrait-title'
import { Section } from '@/components/ui/section'
import type { VisitPhotos } from '@/lib/domain/photo/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Owner } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'
import { AddPhotos } from './add-photos'
import { AskRecording } from './ask-recording'
import { ConsentNotice } from './consent-notice'
import { PhotoWall, type PhotoActions } from './photo-wall'
import { photoWords } from './photo-words'

type Props = {
  visit: VisitPhotos
  /** Who adds, and whose device keeps it until it is there. */
  owner: Owner
  /** ISO day of today. */
  today: string
  actions: PhotoActions & { answer: FormAction }
}

/** The photos of a visit, animal by animal: what is there, and adding more where the household agreed. */
export function PhotosByAnimal({ visit, owner, today, actions: { answer, ...actions } }: Props) {
  const t = text('photo')
  const { consent, clientId, mainPerson, mayAdd } = visit
  const words = photoWords()
  return (
    <div className="stack">
      <ConsentNotice consent={consent} clientId={clientId} />
      {consent.ask && mayAdd && (
        <AskRecording action={answer} onlyFilms={consent.pictures} {...{ clientId, today, mainPerson }} />
      )}
      {visit.animals.map((animal) => {
        const photos = visit.photos.filter(({ animalId }) => animalId === animal.id)
        return (
          <Section key={animal.id} title={<PortraitTitle animal={animal} />}>
            {photos.length === 0 && <p className="small quiet pt-3">{t('none', { name: animal.name })}</p>}
            <PhotoWall
              photos={photos}
              zone={visit.zone}
              signed={visit.noteSigned}
              actions={mayAdd ? actions : null}
            />
            {mayAdd && (
              <AddPhotos
                place={{ animalId: animal.id, visitId: visit.visitId }}
                name={animal.name}
                refreshes
                {...{ owner, consent, words }}
              />
            )}
          </Section>
        )
      })}
    </div>
  )
}
