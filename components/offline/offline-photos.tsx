'use client'
import { AddPhotos } from '@/components/photo/add-photos'
import { photoWords } from '@/components/photo/photo-words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/section'
import type { KitVisit } from '@/lib/domain/kit/kit'
import type { PhotoConsent } from '@/lib/domain/photo/pages'
import type { Owner } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { withoutSignal } from './use-place'

/** Photos of a visit where there may be no signal: as far as the household had agreed when it was taken along. */
export function OfflinePhotos({ owner, visit: { door, photos } }: { owner: Owner; visit: KitVisit }) {
  const t = text('photo')
  const { consent, animals } = photos
  const why = whyNot(consent)
  const words = photoWords()
  return (
    <>
      <Breadcrumb
        items={[{ href: withoutSignal(paths.door(door.id)), label: <bdi>{door.household}</bdi> }]}
      />
      <PageHead title={t('title')} lead={t('offline.lead')} />
      {why && <Notice>{t(why)}</Notice>}
      <div className="stack">
        {(consent.pictures || consent.films) &&
          animals.map(({ id: animalId, name }) => (
            <Section key={animalId} title={<bdi>{name}</bdi>}>
              <AddPhotos
                place={{ animalId, visitId: door.id }}
                offline
                {...{ owner, consent, name, words }}
              />
            </Section>
          ))}
      </div>
    </>
  )
}

function whyNot({ pictures, films, ask }: PhotoConsent): string | null {
  if (ask) return pictures ? 'offline.askFilms' : 'offline.ask'
  if (films) return null
  return pictures ? 'filmsWithheld' : 'withheld'
}
