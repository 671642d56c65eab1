import { Camera } from '@/components/ui/icons'
import { filmTypes, pictureTypes } from '@/lib/domain/photo/photo'
import type { PhotoConsent } from '@/lib/domain/photo/pages'
import type { PhotoPlace } from '@/lib/domain/sync/operation'
import type { Owner } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { PhotoWords } from './photo-on-phone'
import { PhotoSender } from './photo-sender'

type Props = {
  owner: Owner
  consent: PhotoConsent
  place: PhotoPlace
  /** Of the animal. */
  name: string
  words: PhotoWords
  /** The page shows what is kept by itself. */
  refreshes?: boolean
  offline?: boolean
  /** Of the household's own log: it sees what it adds. */
  own?: boolean
}

/** The way to add photos of an animal, and videos where the household agreed to them. */
export function AddPhotos({
  owner,
  consent,
  place,
  name,
  words,
  refreshes = false,
  offline = false,
  own = false,
}: Props) {
  const t = text('photo')
  if (!consent.pictures && !consent.films) return null
  const accept = [...(consent.pictures ? [pictureTypes] : []), ...(consent.films ? [filmTypes] : [])].join()
  return (
    <PhotoSender
      sendTo={paths.photos()}
      accept={accept}
      icon={<Camera />}
      label={t('addOf', { add: t(consent.films ? 'add' : 'addPhotos'), name })}
      says={{
        hint: t(consent.films ? 'hint' : 'hintPhotos'),
        ...(!own && { shown: t('shown') }),
        send: t('send'),
      }}
      {...{ owner, place, words, refreshes, offline }}
    />
  )
}
