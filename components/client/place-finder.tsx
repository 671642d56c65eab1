import { ActionButton } from '@/components/form/action-button'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

type Props = {
  client: { id: string; street: string; town: string; lat: number | null; roughPlace: boolean }
  /** Given where a geocoder is set. */
  action: FormAction | undefined
}

/** What is known of where a household lives, where that is little, and who could be asked. */
export function PlaceFinder({ client, action }: Props) {
  const t = text('travel')
  const isKnown = client.lat !== null && !client.roughPlace
  if (isKnown) return null
  const said = client.lat !== null ? t('place.rough') : client.town === '' ? null : t('place.town')
  if (!said && !action) return null
  return (
    <div className="pb-8">
      <Notice
        title={said ?? t('place.title')}
        action={
          action && (
            <ActionButton action={action} fields={{ id: client.id }}>
              {t('place.find')}
            </ActionButton>
          )
        }
      >
        {action && t('place.findLead')}
      </Notice>
    </div>
  )
}
