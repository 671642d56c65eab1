import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import { Dice } from '@/components/offline/testing/dice'
import { Network, type Sent, type Told } from '@/components/offline/testing/network'
import { Person } from '@/components/offline/testing/person'
import { written } from '@/components/offline/testing/written'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld } from '@/db/factories/world'
import { amendment, liveEvent, session } from '@/db/schema'
import { sessionCookieFor } from '@/e2e/session'
import { origin } from '@/lib/auth/origin'
import { noteForWriting, saveDecisions } from '@/lib/data/note'
import { signNote } from '@/lib/data/note-sign'
import { fieldsOfDraft } from '@/lib/domain/sync/fields'
import { saidIn } from '@/lib/domain/sync/said'
import { standingOf } from '@/lib/domain/sync/truth'
import { POST } from './route'

// A phone and a tablet without a signal, with everything that is really theirs and the server's: queue, vault and
// sender here, route and database there. The browser is fake-indexeddb and what stands around it, the network ours.

const asking = new AsyncLocalStorage<string>()
const clock = { now: Temporal.Now.instant() }
vi.mock('@/lib/clock', () => ({ now: () => clock.now }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: origin() }),
  cookies: async () => ({ get: () => (asking.getStore() ? { value: asking.getStore() } : undefined) }),
}))

/** Each request a little later: what counts requests in a minute has nothing to say. */
const serve = ({ cookie, key, body }: Sent): Promise<Response> => {
  clock.now = clock.now.add({ milliseconds: 400 })
  const headers = { 'idempotency-key': key }
  return asking.run(cookie, () =>
    POST(new Request(`${origin()}/api/sync/v1`, { method: 'POST', body, headers })),
  )
}

const weights = {
  ...{ writes: 12, blanks: 3, taps: 8, trains: 2, breathes: 7, hurries: 6, late: 4 },
  ...{ dies: 2, tapsAndDies: 1, reads: 6, decides: 4, cut: 2, mended: 4, expires: 1, lends: 1, back: 3 },
} as const
type Does = keyof typeof weights
const doings = Object.entries(weights).flatMap(([does, weight]) => Array<Does>(weight).fill(does as Does))

class Story {
  readonly people: Person[] = []
  readonly network: Network
  private readonly dice: Dice
  /** Versions of a note that were not a device's: the decision before its signature. */
  private readonly others = new Set<string>()
  private readonly signed = new Set<string>()

  private constructor(
    seed: number,
    devices: readonly string[],
    private readonly at: Awaited<ReturnType<typeof visited>>,
  ) {
    this.dice = new Dice(seed)
    this.network = new Network(this.dice, serve, (told) => this.check(told))
    for (const name of devices)
      this.people.push(new Person(name, at.owner, at.cookie, this.network, this.dice))
  }

  static async begin(seed: number, devices: readonly string[]): Promise<Story> {
    clock.now = Temporal.Now.instant()
    const story = new Story(seed, devices, await visited())
    for (const person of story.people) await person.comesBack()
    return story
  }

  async tell(operations: number): Promise<void> {
    for (let turn = 0; this.kept() < operations; turn++) {
      expect(turn).toBeLessThan(operations * 20)
      const person = this.dice.one(this.people)
      await this.step(person, this.dice.one(doings))
      await this.speaksTheTruth(person)
      if (this.kept() > operations * 0.8 && this.signed.size === 0) await this.sign(this.at.visits[1] ?? '')
      for (const wrong of this.network.wrong) throw wrong
    }
    await this.heal()
    for (const person of this.people) await this.speaksTheTruth(person)
    await this.judge()
  }

  readonly kept = () => this.people.reduce((sum, { kept }) => sum + kept, 0)

  private async step(person: Person, does: Does): Promise<void> {
    const { dice, at, network } = this
    const visitId = dice.one(at.visits)
    if (does === 'breathes') return pause(dice.roll(30))
    if (does === 'late') return void (await network.bringLate())
    if (does === 'cut' || does === 'mended') person.phone.online = does === 'mended'
    if (does === 'mended' || does === 'hurries') return person.phone.ring('online')
    if (does === 'back' && (!person.here || person.phone.cookie !== at.cookie)) return person.comesBack()
    if (!person.here) return
    if (does === 'writes' || does === 'blanks')
      await person.writes(visitId, dice.one(at.fields), does === 'blanks')
    if (does === 'taps') await person.taps(visitId, at.animalId)
    if (does === 'trains') await person.trains(visitId, at.animalId, at.startedAt)
    if (does === 'dies') await person.dies()
    if (does === 'tapsAndDies') await person.tapsAndDies(visitId, at.animalId)
    if (does === 'reads' && person.phone.online && person.phone.cookie === at.cookie)
      await person.reads(visitId, () => this.draw(visitId))
    if (does === 'decides') await person.decides(visitId, dice.roll(3) > 0)
    if (does === 'expires') person.expires()
    if (does === 'lends') await person.lends(at.boss.owner, at.boss.cookie)
  }

  private async draw(visitId: string) {
    const { version, status, ...note } = await noteForWriting(this.at.consultant, visitId)
    return { version, fields: fieldsOfDraft(note), signed: status === 'signed' }
  }

  private async sign(visitId: string): Promise<void> {
    const { consultant, animalId } = this.at
    const { version } = await this.draw(visitId)
    if (version === 0) return
    const decision = { animalId, decision: 'stay' as const, reason: '', pauseUntil: undefined, ticks: [] }
    const decided = await saveDecisions(consultant, { visitId, version, animals: [decision] }, clock.now)
    if (!decided.ok) return
    this.others.add(`${visitId} ${version + 1}`)
    const signature = { visitId, version: version + 1, read: true, animals: [] }
    if ((await signNote(consultant, signature, clock.now)).ok) this.signed.add(visitId)
  }

  /** Nobody's words are written over by somebody who never had them before their eyes. */
  private check({ phone, operation, verdict }: Told): void {
    expect(verdict.state).not.toBe('refused')
    if (operation.kind !== 'save_draft' || verdict.state !== 'saved') return
    const person = this.people.find((one) => one.phone === phone)
    for (const { field, base } of operation.changes)
      if (base !== '') expect(person?.seen).toContain(`${operation.visitId} ${field}=${base}`)
  }

  /** What a page calls saved has arrived; after every step. */
  private async speaksTheTruth(person: Person): Promise<void> {
    if (!person.here) return
    const last = [...person.last]
    const queue = await person.queue()
    for (const [place, words] of last) {
      const [visitId = '', field] = place.split(' ')
      if (words === '' || standingOf(queue, [`note ${visitId}`]) !== 'saved') continue
      const arrived = this.network.told.some(({ operation, verdict }) => {
        if (verdict.state !== 'saved' || !('visitId' in operation) || operation.visitId !== visitId)
          return false
        if (operation.kind === 'amend_note') return operation.body.includes(words)
        if (operation.kind !== 'save_draft') return false
        return operation.changes.some((one) => one.field === field && one.mine === words)
      })
      expect(arrived, `"${words}" is called saved`).toBe(true)
    }
  }

  private async heal(): Promise<void> {
    this.network.perfect = true
    for (const person of this.people) {
      person.phone.online = true
      await person.comesBack()
    }
    for (let turn = 0; ; turn++) {
      const queues = await Promise.all(this.people.map((person) => person.queue()))
      if (queues.every(({ items }) => items.length === 0)) break
      expect(turn, 'everything comes to an end').toBeLessThan(500)
      for (const person of this.people) {
        person.phone.ring('online')
        for (const visitId of this.at.visits) await person.decides(visitId, turn % 3 > 0)
      }
      await pause(20)
    }
    const { length } = this.network.told
    while (await this.network.bringLate());
    expect(this.network.told, 'late repeats are none of them news').toHaveLength(length)
  }

  private async judge(): Promise<void> {
    for (const wrong of this.network.wrong) throw wrong
    for (const visitId of this.at.visits) {
      const { fields } = await this.draw(visitId)
      for (const [field, words] of Object.entries(written(this.network.told, visitId, this.others)))
        expect(saidIn(fields, field), field).toBe(words)
    }
    const { practiceId } = this.at.consultant
    const [taps, sessions, additions] = await inTransaction({ practiceId, role: 'system' }, async (tx) => [
      await tx.select({ id: liveEvent.id }).from(liveEvent).where(eq(liveEvent.practiceId, practiceId)),
      await tx.select({ id: session.id }).from(session).where(eq(session.practiceId, practiceId)),
      await tx.select({ body: amendment.body }).from(amendment).where(eq(amendment.practiceId, practiceId)),
    ])
    const made = (what: keyof Person['made']) => this.people.flatMap((person) => person.made[what])
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()
    const perhaps = made('perhaps').filter((id) => taps.some((tap) => tap.id === id))
    expect(ids(taps), 'taps: none lost').toEqual([...made('taps'), ...perhaps].sort())
    expect(ids(sessions), 'sessions: none lost, none twice').toEqual(made('sessions').sort())
    expect(additions.map(({ body }) => body).sort(), 'additions: none lost, none twice').toEqual(
      made('additions').sort(),
    )
  }
}

async function visited() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const { animalId } = household
  const today = clock.now.toZonedDateTimeISO(world.zone).toPlainDate()
  await makePlan(world, household, { stageKey: 'C3', enteredOn: today.subtract({ days: 2 }) })
  const visits: string[] = []
  for (const hour of [9, 11])
    visits.push(
      await makeVisit(world, household, { status: 'arrived', localStart: today.toPlainDateTime({ hour }) }),
    )
  const someone = async ({ practiceId, userId }: typeof world.consultant) => ({
    owner: { practiceId, userId },
    cookie: (await sessionCookieFor(userId, origin())).value,
  })
  return {
    ...{ animalId, visits, consultant: world.consultant, boss: await someone(world.boss) },
    ...(await someone(world.consultant)),
    fields: ['body.letter', 'body.place', 'internal', `animals.${animalId}.seen`],
    startedAt: clock.now.subtract({ hours: 1 }).toString(),
  }
}

const operations = Number(process.env['DOORSTEP_OPERATIONS'] ?? 250)
const patience = 1000 * operations

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'two devices, a network that drops, repeats and reorders: nothing lost, nothing twice, "saved" is true (%i)',
  async (seed) => {
    const story = await Story.begin(seed, ['phone', 'tablet'])
    await story.tell(operations)
    expect(story.network.requests).toBeGreaterThan(operations / 4)
  },
  patience,
)

test(
  'whoever works on one device alone is never asked to compare',
  async () => {
    const story = await Story.begin(9, ['phone'])
    await story.tell(operations)
    expect(story.people.map(({ asked }) => asked)).toEqual([0])
  },
  patience,
)
