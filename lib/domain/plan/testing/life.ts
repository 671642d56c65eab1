import fc from 'fast-check'
import type { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import type { Protocol, Stage } from '@/lib/domain/protocol/protocol'
import { decisions, outcomes, type Decision, type Outcome } from '../words'

// The lifecycle of a plan against its hard refusals: random wishes, told to a life that may say no, and judged by
// rules written here a second time, without the function under test.

export type Wish =
  | { do: 'sleep'; days: number }
  | { do: 'train'; red: boolean }
  | { do: 'see' | 'ask vet' | 'check list' | 'undo' }
  | { do: 'decide'; decision: Decision; ticks: boolean }
  | { do: 'resume'; stage: number }
  | { do: 'complete'; outcome: Outcome; ticks: boolean }
  | { do: 'start'; protocol: number; stage: number }
  | { do: 'version'; protocol: number; stage: number }

const nth = fc.nat(3)
const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('sleep'), days: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('train'), red: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('see', 'ask vet', 'check list', 'check list', 'undo') }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('decide'),
      decision: fc.constantFrom('advance' as const, 'advance' as const, ...decisions),
      ticks: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('resume'), stage: nth }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('complete'),
      outcome: fc.constantFrom(...outcomes),
      ticks: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('start'), protocol: nth, stage: nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('version'), protocol: nth, stage: nth }) },
) as fc.Arbitrary<Wish>

/** Where a plan stands, as the life under test says. */
export type Look = {
  planId: string
  entries: number
  protocol: Protocol
  stage: Stage
  status: 'active' | 'paused' | 'enrichment' | 'completed'
  days: number
  reviewOn: Temporal.PlainDate | null
}
export interface Life {
  /** Does what is wished, or leaves everything as it is. */
  tell(wish: Wish, today: Temporal.PlainDate): Promise<void>
  look(today: Temporal.PlainDate): Promise<Look>
}

/** What the judge remembers of the animal itself. */
export class Memory {
  private reds: Temporal.PlainDate[] = []
  private vetOpen = false
  private listOn: Temporal.PlainDate | null = null
  private before: Look[] = []

  constructor(private today: Temporal.PlainDate) {}

  async live(life: Life, wish: Wish): Promise<void> {
    if (wish.do === 'sleep') this.today = this.today.add({ days: wish.days })
    const was = await life.look(this.today)
    await life.tell(wish, this.today)
    const is = await life.look(this.today)
    if (wish.do === 'train' && wish.red && was.status !== 'completed') this.reds.push(this.today)
    if (wish.do === 'see' && was.status !== 'completed') this.vetOpen = true
    if (wish.do === 'ask vet') this.vetOpen = false
    if (wish.do === 'check list') this.listOn = this.today
    if (is.planId !== was.planId || is.entries !== was.entries) this.judge(was, is, wish)
    else this.mayBeRefused(was, wish)
  }

  private judge(was: Look, is: Look, wish: Wish) {
    const { status, stage } = is
    const isNew = is.planId !== was.planId
    if (wish.do === 'undo') {
      const { status: before, stage: there, protocol } = this.before.pop() ?? was
      expect({ status, stage }, 'an undo leads back').toEqual({ status: before, stage: there })
      expect(is.protocol).toEqual(protocol)
    } else if (isNew) this.before = []
    else this.before.push(was)

    const trained = was.status === 'active' && !isNew
    const on = indexIn(was.protocol, stage.key) > indexIn(was.protocol, was.stage.key)
    const out = (stage.gate && !was.stage.gate) || far[stage.place] > far[was.stage.place]
    if (status === 'active' && (!trained || on || out))
      this.mayTrain(stage, wish.do === 'decide' && !on && !out)
    if (wish.do === 'decide' && wish.decision === 'advance') {
      expect(was.status).not.toMatch(/enrichment|completed/)
      expect(indexIn(was.protocol, stage.key)).toBe(indexIn(was.protocol, was.stage.key) + 1)
      this.mayLeave(was, wish.ticks)
    }
    if (wish.do === 'complete' && wish.outcome === 'leash_walks') {
      expect(was).toMatchObject({ status: 'active', stage: { place: 'outdoor' } })
      this.mayTrain({ ...was.stage, gate: true }, false)
      this.mayLeave(was, wish.ticks)
    }
    if (was.status === 'enrichment' && status === 'active' && wish.do !== 'undo') {
      expect(was.reviewOn && this.today.since(was.reviewOn).days).toBeGreaterThanOrEqual(0)
    }
    if (wish.do === 'version') {
      expect(was.status).not.toBe('enrichment')
      if (stage.key !== was.stage.key) expect(on, 'a move is no advance').toBe(false)
      else if (stage.minDays < was.stage.minDays) this.mayLeave(was, true)
    }
    const there = indexIn(is.protocol, was.stage.key)
    if (isNew && (on || (there >= 0 && indexIn(is.protocol, stage.key) > there))) this.mayLeave(was, true)
  }

  /** What has to hold where training begins, or goes further on or further out than before. */
  private mayTrain(stage: Stage, easier: boolean) {
    const window = easier ? 3 : stage.place === 'indoor' ? 7 : 14
    const last = this.reds.at(-1)
    expect(this.vetOpen, 'an open vet flag').toBe(false)
    if (last) expect(last.until(this.today).days, 'days since a red flag').toBeGreaterThanOrEqual(window)
    if (stage.gate) expect(this.listOn?.equals(this.today), 'the safety list').toBe(true)
  }

  private mayLeave({ stage, days }: Look, ticks: boolean) {
    expect(days, 'days in the stage').toBeGreaterThanOrEqual(stage.minDays)
    if (stage.ticks.length > 0) expect(ticks, 'ticks').toBe(true)
  }

  /** Resting is never refused, nor a step back of a plan that is trained. */
  private mayBeRefused(was: Look, wish: Wish) {
    if (was.status !== 'active' || wish.do !== 'decide') return
    expect(wish.decision).not.toMatch(/pause|stop_enrich|step_back/)
  }
}

const far = { indoor: 0, threshold: 1, outdoor: 2 }
const indexIn = (protocol: Protocol, key: string) => protocol.stages.findIndex((stage) => stage.key === key)

const sleep = (days: number): Wish => ({ do: 'sleep', days })
const decide = (decision: Decision, ticks = true): Wish => ({ do: 'decide', decision, ticks })
const list: Wish = { do: 'check list' }
const fright: Wish = { do: 'train', red: true }
const undo: Wish = { do: 'undo' }
/** What chance alone seldom brings: days in time, a list in order, a fright between a change and its undoing. */
const stories: Wish[][] = [
  [sleep(4), list, decide('advance')],
  [sleep(15), list, decide('advance')],
  [sleep(4), list, decide('advance', false)],
  [decide('step_back'), fright, undo],
  [decide('step_back'), sleep(8), list, undo],
  [decide('pause'), fright, sleep(2), list, decide('step_back')],
  [decide('pause'), fright, sleep(8), list, { do: 'resume', stage: 2 }],
  [decide('stop_enrich'), sleep(21), list, { do: 'resume', stage: 3 }],
  [sleep(15), list, { do: 'complete', outcome: 'leash_walks', ticks: true }],
  [{ do: 'complete', outcome: 'indoors', ticks: false }, list, { do: 'start', protocol: 0, stage: 3 }],
]
const anyStory = fc.oneof(
  { weight: 3, arbitrary: anyWish.map((wish) => [wish]) },
  { weight: 1, arbitrary: fc.constantFrom(...stories) },
)

class Told implements fc.AsyncCommand<Memory, Life> {
  constructor(private readonly wishes: readonly Wish[]) {}
  check = () => true
  run = async (memory: Memory, life: Life) => {
    for (const wish of this.wishes) await memory.live(life, wish)
  }
  toString = () => JSON.stringify(this.wishes)
}

/** Lives as many lives as `numRuns`, of at most that many stories each. */
export const liveMany = (
  begin: () => Promise<{ life: Life; on: Temporal.PlainDate }>,
  numRuns: number,
  stories: number,
) =>
  fc.assert(
    fc.asyncProperty(
      fc.commands([anyStory.map((wishes) => new Told(wishes))], { maxCommands: stories }),
      async (told) => {
        const { life, on } = await begin()
        await fc.asyncModelRun(() => ({ model: new Memory(on), real: life }), told)
      },
    ),
    { numRuns },
  )
