import { Temporal } from 'temporal-polyfill'
import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import { AdvanceSign, BackSign, IndoorsSign, PauseSign, SignedSign } from '@/components/ui/signs'
import { CircleIcon, ListTree, Play, Undo2 } from '@/components/ui/icons'
import { liveEntries } from '@/lib/domain/plan/state'
import { canUndo } from '@/lib/domain/plan/undo'
import type { StageEntryKind } from '@/lib/domain/plan/words'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { PlanChange } from '@/lib/domain/standing/overview'
import { dayShort, monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

const signs: Record<StageEntryKind, typeof AdvanceSign> = {
  start: CircleIcon,
  advance: AdvanceSign,
  step_back: BackSign,
  pause: PauseSign,
  resume: Play,
  stop_enrich: IndoorsSign,
  change_version: ListTree,
  complete: SignedSign,
  undo: Undo2,
}

type Props = {
  changes: readonly PlanChange[]
  /** The name of a stage by its key. */
  stageName: (key: string) => string
  zone: string
  /** Who reads: only they may take their own latest change back. */
  memberId: string | null
  undo: FormAction
}

/** Every change of the plan, newest first, with who, when and why. What was taken back stays, crossed out. */
export function PlanChanges({ changes, stageName, zone, memberId, undo }: Props) {
  const t = text('plan')
  const live = new Set(liveEntries(changes).map(({ id }) => id))
  return (
    <Section title={t('changes')}>
      <ol className="side-list">
        {[...changes].reverse().map((change) => {
          const Sign = signs[change.kind]
          const undone = change.kind !== 'undo' && !live.has(change.id)
          return (
            <li key={change.id} className={undone ? 'is-undone' : undefined}>
              <Sign />
              <span>
                <b>{sentenceOf(change, stageName)}</b>
                {change.reason && (
                  <span className="said block" dir="auto">
                    “{change.reason}”
                  </span>
                )}
                <small>
                  {t('by', { date: dayShort(change.at, zone), name: change.by ?? '' })}
                  {undone && `, ${t('takenBack')}`}
                </small>
              </span>
              {memberId && canUndo(change, memberId, changes) && (
                <ActionButton action={undo} fields={{ entryId: change.id }} look="plain">
                  {t('undo')}
                </ActionButton>
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

function sentenceOf(
  { kind, stageKey, pauseUntil, outcome }: PlanChange,
  stageName: Props['stageName'],
): string {
  const t = text('plan')
  const until = pauseUntil === null ? 'none' : monthDay(Temporal.PlainDate.from(pauseUntil), 'UTC')
  return t(`change.${kind}`, {
    stage: stageName(stageKey),
    until,
    outcome: t(`outcome.${outcome ?? 'unsaid'}.name`),
  })
}
