import { Temporal } from 'temporal-polyfill'
import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import { AdvanceSign, BackSign, IndoorsSign, PauseSign, SignedSign } from '@/components/ui/signs'
import { CircleIcon, ListTree, Play, Undo2 } from '@/components/ui/icons'
import { liveEntries } from '@/lib/domain/plan/state'
import { canUndo } from '@/lib/domain/plan/undo'
import type { Versions } from '@/lib/domain/plan/versions'
import type { StageEntryKind } from '@/lib/domain/plan/words'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { PlanChange } from '@/lib/domain/standing/overview'
import { dayShort, monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { stageName, tickName } from './stage-names'

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
  animalId: string
  changes: readonly PlanChange[]
  /** The past keeps the names of the version it was made under. */
  versions: Versions
  zone: string
  /** Who reads: only they may take their own latest change back. */
  memberId: string | null
  undo: FormAction
}

/**
 * Every change of the plan, newest first, with who, when, why and what it rested on. What was taken back stays,
 * crossed out.
 */
export function PlanChanges({ animalId, changes, versions, zone, memberId, undo }: Props) {
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
                <b>{sentenceOf(change, versions)}</b>
                {change.reason && (
                  <span className="said block" dir="auto">
                    “{change.reason}”
                  </span>
                )}
                {change.ticksSet.length > 0 && <small>{tickedWords(change, versions)}</small>}
                <small>
                  {t('by', { date: dayShort(change.at, zone), name: change.by ?? '' })}
                  {undone && `, ${t('takenBack')}`}
                  {change.assessmentId && (
                    <>
                      {' · '}
                      <a href={paths.pastReadiness(animalId, change.assessmentId)}>{t('restedOn')}</a>
                    </>
                  )}
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

function tickedWords({ ticksSet, protocolId, fromStageKey, stageKey }: PlanChange, versions: Versions) {
  const of = fromStageKey ?? stageKey
  const what = ticksSet.map((tick) => tickName(versions, protocolId, of, tick)).join('; ')
  return text('plan')('ticked', { what })
}

function sentenceOf(change: PlanChange, versions: Versions): string {
  const t = text('plan')
  const { kind, stageKey, protocolId, fromProtocolId, pauseUntil, outcome } = change
  const [from, to] = [versions[fromProtocolId ?? ''], versions[protocolId]]
  return t(`change.${kind}`, {
    stage: stageName(versions, protocolId, stageKey),
    until: pauseUntil === null ? 'none' : monthDay(Temporal.PlainDate.from(pauseUntil), 'UTC'),
    outcome: t(`outcome.${outcome ?? 'unsaid'}.name`),
    same: String(from?.name === to?.name),
    protocol: to?.name ?? '',
    from: from?.version ?? 0,
    to: to?.version ?? 0,
  })
}
