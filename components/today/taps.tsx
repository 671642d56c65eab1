import type { Temporal } from 'temporal-polyfill'
import { ActionButton } from '@/components/form/action-button'
import type { FormAction } from '@/lib/domain/result/form-state'
import { canArrive, canLeave, type VisitStatus } from '@/lib/domain/visit/status'
import { lastTap } from '@/lib/domain/visit/taps'
import { text } from '@/lib/format/text'

export type DayActions = Record<'setOut' | 'arrive' | 'leave' | 'held' | 'takeBack', FormAction>

type Tapped = {
  id: string
  version: number
  status: VisitStatus
  place: 'home' | 'remote'
  setOutAt: Temporal.Instant | null
  arrivedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
}

type Props = {
  visit: Tapped
  actions: DayActions
  /** It is over, and nobody said how. */
  over?: boolean
}

/** The next tap at a visit: on the way, there, gone; for one that is over and unnoted, that it took place. */
export function Taps({ visit, actions, over = false }: Props) {
  const t = text('today')
  const { status, place, setOutAt } = visit
  const fields = { id: visit.id, version: String(visit.version) }
  const remote = place === 'remote'
  const goes = canArrive(status) && !remote && setOutAt === null && !over
  return (
    <>
      {goes && (
        <ActionButton action={actions.setOut} look="go" fields={fields}>
          {t('tap.setOut')}
        </ActionButton>
      )}
      {canArrive(status) && (
        <ActionButton action={actions.arrive} look={goes || over ? 'quiet' : 'go'} fields={fields}>
          {t(remote ? 'tap.callBegins' : 'arrive')}
        </ActionButton>
      )}
      {canArrive(status) && over && (
        <ActionButton action={actions.held} look="go" fields={fields}>
          {t('tap.held')}
        </ActionButton>
      )}
      {canLeave(status) && (
        <ActionButton action={actions.leave} look="go" fields={fields}>
          {t(remote ? 'tap.callEnds' : 'tap.leave')}
        </ActionButton>
      )}
    </>
  )
}

/** Takes the last tap back, and says which one it was. */
export function TakeBack({ visit, action }: { visit: Tapped; action: FormAction }) {
  const t = text('today')
  const tap = lastTap(visit)
  if (!tap) return null
  return (
    <ActionButton
      action={action}
      look="plain"
      fields={{ id: visit.id, version: String(visit.version) }}
      className="take-back"
    >
      {t(`tap.back.${tap}`)}
    </ActionButton>
  )
}
