import { ActionButton } from '@/components/form/action-button'
import { Disclosure } from '@/components/ui/disclosure'
import { Eye, EyeOff } from '@/components/ui/icons'
import type { KeptPhoto } from '@/lib/domain/photo/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { PhotoMedia } from './photo-media'

export type PhotoActions = Record<'show' | 'remove', FormAction>
type Props = {
  photos: readonly KeptPhoto[]
  zone: string
  /** Shown photos wait for the signature. */
  signed: boolean
  /** Null for who only looks. */
  actions: PhotoActions | null
}

/** Photos as the practice sees them: each with who sees it, and what can be done about that. */
export function PhotoWall({ photos, zone, signed, actions }: Props) {
  const t = text('photo')
  return (
    <ul className="photo-wall">
      {photos.map((photo) => (
        <li key={photo.id}>
          <PhotoMedia photo={photo} />
          <p className="photo-seen">
            {photo.shown ? <Eye /> : <EyeOff />}
            {t(photo.shown ? (signed ? 'visible' : 'visibleLater') : 'hidden')}
          </p>
          <p className="tiny">
            <bdi>{t('byAt', { by: photo.by, at: dayAndTime(photo.at, zone) })}</bdi>
          </p>
          {actions && (
            <Disclosure summary={t('more')}>
              <div className="photo-acts">
                <ActionButton
                  action={actions.show}
                  fields={{ photoId: photo.id, shown: photo.shown ? 'no' : 'yes' }}
                >
                  {t(photo.shown ? 'hide' : 'show')}
                </ActionButton>
                <ActionButton action={actions.remove} fields={{ photoId: photo.id }} look="danger">
                  {t('remove')}
                </ActionButton>
              </div>
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}
