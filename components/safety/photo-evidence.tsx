import { PhotoField } from '@/components/photo/photo-field'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { animalId: string; clientId: string; allowed: boolean }

/** A photo as evidence, where the household agreed to photos; else how to ask them. */
export function PhotoEvidence({ animalId, clientId, allowed }: Props) {
  const t = text('safety')
  if (!allowed) {
    return (
      <p className="small quiet">
        {t('photo.notAgreedHint')} <a href={paths.newConsent(clientId)}>{t('photo.askConsent')}</a>
      </p>
    )
  }
  return (
    <PhotoField
      name="photoId"
      place={{ animalId }}
      sendTo={paths.photos()}
      label={t('photo.label')}
      hint={t('photo.hint')}
      says={{
        busy: t('photo.busy'),
        ready: t('photo.ready'),
        lost: t('photo.lost'),
      }}
    />
  )
}
