import type { Temporal } from 'temporal-polyfill'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { restartStage } from '@/lib/domain/protocol/stage'
import type { ReadinessSession } from '@/lib/domain/readiness/types'
import { safetyItems } from '@/lib/domain/safety/items'
import type { SafetyRecord } from '@/lib/domain/safety/safety-list'
import { conditionOf, footingOf } from '@/lib/domain/standing/condition'
import { standingOf, trainedStage, type AnimalStanding } from '@/lib/domain/standing/standing'
import { dayNumber } from '@/lib/domain/time/time'
import { changingVersion, stagesUnder } from '../change-version'
import { refuseDecision, stageAfter } from '../decision'
import { refuseEnding } from '../ending'
import { refuseMove } from '../refusals'
import { refuseStartAt } from '../start'
import { canReopen, type StageEntry } from '../state'
import { canUndo, undoing } from '../undo'
import type { Life, Look, Wish } from './life'
import { otherWalk, shortWalk, shortWalkSlower } from './short-protocols'

const versions: Record<string, Protocol> = { v1: shortWalk, v2: shortWalkSlower, other: otherWalk }
/** As in a practice: of every protocol the newest version can be chosen. */
const newest = ['v2', 'other']

/** One animal's plans in memory, moved by the functions of the domain in the order in which lib/data asks them. */
export class PaperLife implements Life {
  private plans = 1
  private entries: StageEntry[]
  private sessions: (ReadinessSession & { triggers: string[] })[] = []
  private safety: SafetyRecord[] = []
  private vet: string[] = []
  private made = 0

  constructor(on: Temporal.PlainDate) {
    this.entries = []
    this.write({ kind: 'start', stageKey: 'sofa', protocolId: 'v1', enteredOn: on })
  }

  look(today: Temporal.PlainDate): Promise<Look> {
    const standing = this.standing(today)
    const { stage, state } = trainedStage(standing)
    return Promise.resolve({
      planId: `${this.plans}`,
      entries: this.entries.length,
      protocol: standing.protocol,
      stage,
      status: state.status,
      days: standing.dayInStage,
      reviewOn: state.reviewOn,
    })
  }

  tell(wish: Wish, today: Temporal.PlainDate): Promise<void> {
    this.heed(wish, today)
    return Promise.resolve()
  }

  private heed(wish: Wish, today: Temporal.PlainDate) {
    const standing = this.standing(today)
    const { state, protocol } = standing
    const from = footingOf(standing)
    const move = (kind: StageEntry['kind'], stageKey: string, more: Partial<StageEntry> = {}) =>
      this.write({
        kind,
        stageKey,
        fromStageKey: state.stageKey,
        protocolId: state.protocolId,
        enteredOn: today,
        ...more,
      })
    const ended = state.status === 'completed'
    switch (wish.do) {
      case 'sleep':
        return
      case 'train':
        if (!ended) this.sessions.push(this.session(wish.red, state.stageKey, today))
        return
      case 'see':
        if (!ended) this.vet = ['limp_or_pain']
        return
      case 'ask vet':
        this.vet = []
        return
      case 'check list':
        this.safety = safetyItems.map(({ key }) => ({ key, on: today, validUntil: today }))
        return
      case 'decide': {
        if (ended) return
        const to = stageAfter(protocol, state.stageKey, wish.decision)
        const refusal = refuseDecision({
          decision: wish.decision,
          recommendation: standing.assessment.recommendation,
          from,
          to,
          condition: conditionOf(standing, ticksOf(from.stage.ticks, wish.ticks)),
          reason: 'Because',
        })
        if (!refusal && wish.decision !== 'stay') move(wish.decision, to?.key ?? state.stageKey)
        return
      }
      case 'resume': {
        const reopens = state.status === 'enrichment'
        if (state.status !== 'paused' && !(reopens && canReopen(state, today))) return
        const upTo = protocol.stages.findIndex(({ key }) => key === state.stageKey)
        const asked = protocol.stages[Math.min(wish.stage, upTo)] ?? null
        const stage = reopens ? (asked ?? restartStage(protocol, state.stageKey)) : from.stage
        if (!stage) return
        if (refuseMove({ from, to: { status: 'active', stage }, way: 'again' }, conditionOf(standing))) return
        return move('resume', stage.key)
      }
      case 'complete': {
        const condition = conditionOf(standing, ticksOf(from.stage.ticks, wish.ticks))
        if (!ended && !refuseEnding(wish.outcome, from, condition))
          move('complete', state.stageKey, { outcome: wish.outcome })
        return
      }
      case 'start': {
        if (!ended || (state.reviewOn && today.since(state.reviewOn).sign < 0)) return
        const protocolId = newest[wish.protocol % newest.length] ?? ''
        const next = versions[protocolId] ?? protocol
        const stageKey = next.stages[Math.min(wish.stage, next.stages.length - 1)]?.key ?? ''
        if (refuseStartAt(next, stageKey, { ...from, protocol }, conditionOf(standing))) return
        this.plans += 1
        this.entries = []
        this.write({ kind: 'start', stageKey, protocolId, enteredOn: today })
        return
      }
      case 'version': {
        const protocolId = newest[wish.protocol % newest.length] ?? ''
        const next = versions[protocolId]
        if (ended || state.status === 'enrichment' || !next || protocolId === state.protocolId) return
        const stages = stagesUnder(protocol, next, state.stageKey)
        const stage = stages[wish.stage % Math.max(1, stages.length)]
        if (!stage || refuseMove(changingVersion(from, stage), conditionOf(standing))) return
        return move('change_version', stage.key, { protocolId })
      }
      case 'undo': {
        const entry = this.entries.at(-1)
        if (!entry || !canUndo(entry, 'm', this.entries)) return
        const before = trainedStage({ ...standing, entries: this.entries.slice(0, -1) })
        const back = undoing(entry, from, { status: before.state.status, stage: before.stage })
        if (refuseMove(back, conditionOf(standing))) return
        const { stageKey, protocolId, stageEnteredOn: enteredOn } = before.state
        return move('undo', stageKey, { protocolId, enteredOn, undoes: entry.id })
      }
    }
  }

  private standing(today: Temporal.PlainDate): AnimalStanding {
    const protocol = versions[this.protocolNow()]
    if (!protocol) throw new Error('no protocol')
    const facts = {
      ...({ animalId: 'a', name: 'Moth', species: 'cat', planId: 'p', goal: '', goalRisk: 'low' } as const),
      ...{ minDaysFactor: 1, protocol, versions, entries: this.entries, safety: this.safety },
      ...{ weightG: null, temperatureBlocks: false, lastSessionDay: null },
      openVet: this.vet.map((sign) => ({
        id: sign,
        sign,
        openedAt: today.toZonedDateTime('UTC').toInstant(),
      })),
    }
    const words = { trigger: String, observation: String, showDay: String }
    return standingOf(facts, this.sessions, today, words)
  }

  /** The plan's row: where the last entry left it. */
  private protocolNow = () => this.entries.at(-1)?.protocolId ?? ''

  private session(red: boolean, stage: string, today: Temporal.PlainDate) {
    this.made += 1
    const seen = {
      stress: red ? 4 : 0,
      food: 'quick',
      choice: 'came',
      durationSec: 600,
      triggers: [],
    } as const
    return {
      ...seen,
      triggers: [],
      id: `s${this.made}`,
      animal: 'a',
      stage,
      day: dayNumber(today),
      seq: this.made,
    }
  }

  private write(
    entry: Pick<StageEntry, 'kind' | 'stageKey' | 'protocolId' | 'enteredOn'> & Partial<StageEntry>,
  ) {
    this.made += 1
    this.entries.push({
      ...{ id: `e${this.made}`, fromStageKey: null, undoes: null, pauseUntil: null, decidedBy: 'm' },
      ...entry,
    })
  }
}

const ticksOf = (ticks: readonly { key: string }[], set: boolean) => (set ? ticks.map(({ key }) => key) : [])
