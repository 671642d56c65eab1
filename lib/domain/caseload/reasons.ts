import { Temporal } from 'temporal-polyfill'
import { safetyItems, type SafetyItemKey } from '@/lib/domain/safety/items'
import type { SafetyLine } from '@/lib/domain/safety/safety-list'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { v1 } from '@/lib/domain/readiness/rules/v1'

/** Why an animal needs a person, the most pressing first. The order is ours. */
export const attentionReasons = [
  'red',
  'vet',
  'ready',
  'silent',
  'plateau',
  'safety',
  'pause_over',
  'review',
] as const
export type AttentionReason = (typeof attentionReasons)[number]

/**
 * One reason, with whole days: since the red flag, since the last session, in the
 * stage, since the pause ended or the review came; for the safety list until the first item ends, negative once it
 * has. null where no day belongs to it.
 */
export type Attention = { reason: AttentionReason; days: number | null }

/** Days: a red flag asks for attention for a week, silence does after ten, a tick a week before it ends. Ours. */
export const redAttentionDays = 7
export const silentAfterDays = 10
export const safetySoonDays = 7
/** Sessions before getting nowhere is called a plateau; as many as the rule that stops a plan asks for. */
const plateauSessions = 10

/** Every reason that holds for an animal today, the most pressing first; [] where nobody is needed. */
export function reasonsOf(standing: AnimalStanding): Attention[] {
  const held: Record<AttentionReason, { days: number | null } | false> = {
    red: redFlag(standing),
    vet: standing.openVet.length > 0 && { days: null },
    ready: standing.status === 'active' && standing.recommendation === 'advance' && { days: null },
    silent: silence(standing),
    plateau: plateau(standing),
    safety: safetyEnding(standing),
    pause_over: standing.status === 'paused' && passed(standing.state.pausedUntil, standing.today),
    review: standing.status === 'enrichment' && passed(standing.state.reviewOn, standing.today),
  }
  return attentionReasons.flatMap((reason) => {
    const since = held[reason]
    return since ? [{ reason, days: since.days }] : []
  })
}

const daysSince = (day: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  day.until(today, { largestUnit: 'days' }).days

function redFlag({ redFlagOn, today }: AnimalStanding) {
  const days = redFlagOn && daysSince(redFlagOn, today)
  return days !== null && days <= redAttentionDays && { days }
}

/** Since the last session, or since the plan began; not while sessions are not expected. */
function silence({ status, lastSessionDay, entries, today }: AnimalStanding) {
  const began = entries[0] && Temporal.PlainDate.from(entries[0].enteredOn)
  const last = lastSessionDay ?? began
  if (status !== 'active' || !last) return false
  const days = daysSince(last, today)
  return days >= silentAfterDays && { days }
}

/** The rules propose to stop, or four weeks and ten sessions without getting easier and without being steady. */
function plateau({ status, recommendation, assessment, dayInStage }: AnimalStanding) {
  if (status !== 'active') return false
  const { facts, band } = assessment
  const stuck =
    dayInStage >= v1.persistenceDays &&
    facts.sessions >= plateauSessions &&
    facts.improving === false &&
    band !== 'steady'
  return (recommendation === 'stop_enrich' || stuck) && { days: dayInStage }
}

/** What is ticked anew on the day itself never ends soon: it is asked for on that day. */
const ofTheDay: ReadonlySet<string> = new Set<SafetyItemKey>(
  safetyItems.flatMap(({ key, validity }) => (validity.kind === 'this_day' ? [key] : [])),
)

/**
 * What of the safety list ends within a week or has ended, where this stage or the next needs it; [] elsewhere.
 * Items of the day and those never ticked are asked for at the door, not here.
 */
export function safetyEndingSoon({ status, input, safety, today }: AnimalStanding): SafetyLine[] {
  if (status !== 'active' || !(input.stage.gate || input.nextStage?.gate)) return []
  return safety.filter(({ key, force, state, until }) => {
    if (force !== 'blocks' || ofTheDay.has(key)) return false
    return (
      state === 'expired' || (state === 'ok' && until !== null && daysLeft(until, today) <= safetySoonDays)
    )
  })
}

/** An item that ended without a day, a fit outgrown, counts as ended yesterday. */
function safetyEnding(standing: AnimalStanding) {
  const left = safetyEndingSoon(standing).map(({ state, until }) => {
    const days = until ? daysLeft(until, standing.today) : -1
    return state === 'expired' ? Math.min(-1, days) : days
  })
  return left.length > 0 && { days: Math.min(...left) }
}

const daysLeft = (until: Temporal.PlainDate, today: Temporal.PlainDate): number => -daysSince(until, today)

function passed(day: Temporal.PlainDate | null, today: Temporal.PlainDate) {
  const days = day && daysSince(day, today)
  return days !== null && days >= 0 && { days }
}
