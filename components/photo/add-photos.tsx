import { Camera } from '@/components/ui/icons'
import { filmTypes, pictureTypes } from '@/lib/domain/photo/photo'
import type { PhotoConsent } from '@/lib/domain/photo/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { PhotoSender } from './photo-sender'

type Props = { consent: PhotoConsent; fields: Record<string, string>; name: string }

/** The way to add photos of an animal, and videos where the household agreed to them. */
export function AddPhotos({ consent, fields, name }: Props) {
  const t = text('photo')
  if (!consent.pictures && !consent.films) return null
  const accept = [...(consent.pictures ? [pictureTypes] : []), ...(consent.films ? [filmTypes] : [])].join()
  return (
    <PhotoSender
      sendTo={paths.photos()}
      fields={fields}
      accept={accept}
      icon={<Camera />}
      label={t('addOf', { add: t(consent.films ? 'add' : 'addPhotos'), name })}
      hint={t(consent.films ? 'hint' : 'hintPhotos')}
      says={{
        shown: t('shown'),
        send: t('send'),
        sending: t('sending'),
        kept: t('sent'),
        lost: t('lost'),
        filmTooBig: t('refusal.filmTooBig'),
      }}
    />
  )
}
