import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import {
  makeHousehold,
  makePlan,
  makeProtocol,
  makeSafetyList,
  makeWorld,
  type World,
} from '@/db/factories/world'
import { liveMany, type Life, type Look, type Wish } from '@/lib/domain/plan/testing/life'
import { otherWalk, shortWalk, shortWalkSlower } from '@/lib/domain/plan/testing/short-protocols'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { trainedStage, type AnimalStanding } from '@/lib/domain/standing/standing'
import { assessmentsOf } from './assessment'
import { completePlan, resumePlan, takeDecision } from './plan'
import { startPlan } from './plan-start'
import { undoStageEntry } from './plan-undo'
import { changeVersion } from './plan-version'
import { recordSession } from './session'
import { closeVetFlag } from './vet-flag'

const on = Temporal.PlainDate.from('2026-03-01')
let world: World
let newest: { id: string; key: string; stages: string[] }[]
let first: string
beforeAll(async () => {
  world = await makeWorld()
  first = await makeProtocol(world, shortWalk)
  newest = []
  for (const protocol of [shortWalkSlower, otherWalk]) {
    const stages = protocol.stages.map(({ key }) => key)
    newest.push({ id: await makeProtocol(world, protocol), key: protocol.key, stages })
  }
})

/** The same life as on paper, in the database, through the verbs that the pages use. */
class StoredLife implements Life {
  constructor(private readonly animalId: string) {}

  async look(today: Temporal.PlainDate): Promise<Look> {
    const standing = await this.standing(today)
    const { stage, state } = trainedStage(standing)
    return {
      planId: standing.planId,
      entries: standing.entries.length,
      protocol: standing.protocol,
      stage,
      status: state.status,
      days: standing.dayInStage,
      reviewOn: state.reviewOn,
    }
  }

  async tell(wish: Wish, today: Temporal.PlainDate): Promise<void> {
    const { consultant } = world
    const { animalId } = this
    const now = momentOn(today)
    switch (wish.do) {
      case 'sleep':
        return
      case 'train':
      case 'see': {
        const red = wish.do === 'train' && wish.red
        const seen = { animalId, stress: red ? '4' : '0', durationSec: '600', food: 'quick', choice: 'came' }
        const health = wish.do === 'see' ? { health: 'limp_or_pain' } : {}
        await recordSession(consultant, recordedSessionSchema.parse({ ...seen, ...health }), now)
        return
      }
      case 'ask vet':
        for (const { id } of (await this.standing(today)).openVet)
          await closeVetFlag(consultant, { flagId: id, note: 'All well', seenTimes: undefined }, now)
        return
      case 'check list':
        return makeSafetyList(world, { animalId }, today)
      case 'decide': {
        const ticksSet = wish.ticks ? ['door_quiet'] : []
        await this.whereRuns(
          takeDecision(consultant, { animalId, reason: 'Because', ticksSet, ...wish }, now),
        )
        return
      }
      case 'resume': {
        const { protocol, state } = await this.standing(today)
        const upTo = protocol.stages.findIndex(({ key }) => key === state.stageKey)
        const toStageKey = protocol.stages[Math.min(wish.stage, upTo)]?.key
        await this.whereRuns(resumePlan(consultant, { animalId, reason: '', toStageKey }, now))
        return
      }
      case 'complete': {
        const ticksSet = wish.ticks ? ['door_quiet'] : []
        const { outcome } = wish
        await this.whereRuns(
          completePlan(consultant, { animalId, outcome, reason: 'So be it', ticksSet }, now),
        )
        return
      }
      case 'start': {
        const { key, stages } = newest[wish.protocol % 2] ?? { key: '', stages: [] }
        const wished = {
          goal: 'The yard',
          goalRisk: 'low',
          lateStartReason: 'Knows it',
          minDaysFactor: 1,
        } as const
        const stageKey = stages[Math.min(wish.stage, stages.length - 1)] ?? ''
        await startPlan(consultant, { animalId, protocolKey: key, stageKey, ...wished }, now)
        return
      }
      case 'version': {
        const protocolId = newest[wish.protocol % 2]?.id ?? ''
        await this.whereRuns(changeVersion(consultant, { animalId, protocolId, reason: 'Slower' }, now))
        return
      }
      case 'undo': {
        const entryId = (await this.standing(today)).entries.at(-1)?.id ?? ''
        await undoStageEntry(consultant, { entryId }, now)
      }
    }
  }

  /** Nothing runs after an end: those verbs find no plan then. */
  private async whereRuns(verb: Promise<unknown>) {
    await verb.catch((error: unknown) => expect(error).toHaveProperty('name', 'NotFound'))
  }

  private async standing(today: Temporal.PlainDate): Promise<AnimalStanding> {
    const found = await assessmentsOf(world.consultant, [this.animalId], momentOn(today), 'latest')
    const standing = found.get(this.animalId)
    if (!standing) throw new Error('no plan')
    return standing
  }
}

const momentOn = (day: Temporal.PlainDate) =>
  day.toZonedDateTime({ timeZone: 'UTC', plainTime: '10:00' }).toInstant()

test(
  'a plan in the database never comes to where the hard refusals forbid it',
  { timeout: 60_000 },
  async () => {
    const begin = async () => {
      const home = await makeHousehold(world)
      await makePlan(world, home, { stageKey: 'sofa', enteredOn: on, protocolId: first })
      return { life: new StoredLife(home.animalId), on }
    }
    await liveMany(begin, Number(process.env['DOORSTEP_LIVES'] ?? 20), 20)
  },
)
