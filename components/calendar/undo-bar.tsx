import { ActionButton } from '@/components/form/action-button'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { VisitNewsKind } from '@/lib/domain/visit/news'
import { time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import type { Temporal } from 'temporal-polyfill'

type Change = { id: string; verb: VisitNewsKind; until: Temporal.Instant; zone: string; told: string | null }

/** What was just done, until when it can be undone, and who is told then. */
export function UndoBar({ change, action }: { change: Change | null; action: FormAction }) {
  if (!change) return null
  const t = text('calendar')
  const at = time(change.until, change.zone)
  return (
    <div className="undo-bar no-print" role="status">
      <p>
        <b>{t(`undo.did.${change.verb}`)}</b>{' '}
        {change.told === null ? t('undo.untold', { at }) : t('undo.told', { name: change.told, at })}
      </p>
      <ActionButton action={action} fields={{ id: change.id }}>
        {t('undo.press')}
      </ActionButton>
    </div>
  )
}
