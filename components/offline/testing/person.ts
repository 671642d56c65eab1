import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import { amended, chosen, differencesOf, unsavedOf } from '@/lib/domain/sync/by-a-person'
import { proposeAmendments } from '@/lib/domain/sync/late-change'
import type { Operation } from '@/lib/domain/sync/operation'
import { ownWords, type Owner, type Queue } from '@/lib/domain/sync/queue'
import { saidIn, type Fields } from '@/lib/domain/sync/said'
import type * as scriptsOfAPage from '../device-queue'
import type { Dice } from './dice'
import type { Network } from './network'
import { Phone, Tab } from './phone'

/** A note as its page was drawn; what is signed has no form to write in. */
export type Look = { version: number; fields: Fields; signed?: boolean }
type Scripts = typeof scriptsOfAPage
type Open = { tab: Tab; scripts: Scripts }

/** Somebody with a phone and two tabs on it, who remembers what was written and what was to be read. */
export class Person {
  readonly phone: Phone
  readonly looks = new Map<string, Look>()
  /** Everything that was ever to be read here, as `visit field=words`. */
  readonly seen = new Set<string>()
  /** The last words put into a field, unless this person decided against them. */
  readonly last = new Map<string, string>()
  /** What is on the phone for sure, by id or by its words, and `perhaps`: taps of a tab that died over them. */
  readonly made: Record<'taps' | 'perhaps' | 'sessions' | 'additions', string[]> = {
    ...{ taps: [], perhaps: [], sessions: [], additions: [] },
  }
  kept = 0
  asked = 0
  /** Whether the phone is this person's now, or lent to somebody else. */
  here = false
  private tabs: Open[] = []
  private count = 0

  constructor(
    readonly name: string,
    readonly owner: Owner,
    private readonly cookie: string,
    network: Network,
    private readonly dice: Dice,
  ) {
    this.phone = new Phone(network.carry)
  }

  /** Signed in, with a page just drawn by the server in two tabs. */
  async comesBack(): Promise<void> {
    await this.leaves(this.owner, this.cookie)
    this.tabs.push(await this.open(this.owner))
    this.here = true
  }

  async lends(to: Owner, cookie: string): Promise<void> {
    await this.leaves(to, cookie)
    this.here = false
  }

  /** The cookie is over; the pages that are open know nothing of it. */
  expires(): void {
    this.phone.cookie = ''
  }

  /** The phone kills a tab, in the middle of whatever it does, and it is opened again. */
  async dies(): Promise<void> {
    const at = this.dice.roll(this.tabs.length)
    this.tabs[at]?.tab.kill()
    this.tabs[at] = await this.open(this.owner)
  }

  async tapsAndDies(visitId: string, animalId: string): Promise<void> {
    const [id, operation] = this.tapAt(visitId, animalId)
    this.made.perhaps.push(id)
    const { tab, scripts } = this.anyTab()
    void tab.run(() => scripts.keepOnDevice(this.owner, operation))
    await pause(this.dice.roll(4))
    tab.kill()
    this.tabs[this.tabs.findIndex((one) => one.tab === tab)] = await this.open(this.owner)
  }

  async writes(visitId: string, field: string, blank: boolean): Promise<void> {
    const look = this.looks.get(visitId) ?? { version: 0, fields: {} }
    const mine = blank ? '' : `${this.name} ${this.next()}`
    const base = saidIn(look.fields, field)
    if (base === mine || look.signed) return
    this.looks.set(visitId, { ...look, fields: { ...look.fields, [field]: mine } })
    this.saw(visitId, { [field]: mine })
    await this.keeps({
      ...{ kind: 'save_draft', visitId, baseVersion: look.version },
      changes: [{ field, base, mine }],
    })
    this.last.set(`${visitId} ${field}`, mine)
  }

  async taps(visitId: string, animalId: string): Promise<void> {
    const [id, operation] = this.tapAt(visitId, animalId)
    await this.keeps(operation)
    this.made.taps.push(id)
  }

  async trains(visitId: string, animalId: string, startedAt: string): Promise<void> {
    const id = randomUUID()
    const answers = { stress: 1, signs: [], goodSigns: [], triggers: [], events: [], health: [] }
    const session = { id, animalId, visitId, startedAt, ...answers }
    await this.keeps({ kind: 'record_session', session })
    this.made.sessions.push(id)
  }

  /** A page is drawn by the server, and a while later this device puts into it what only it knows. */
  async reads(visitId: string, draw: () => Promise<Look>): Promise<void> {
    const drawn = await draw()
    this.phone.ring('online')
    await pause(this.dice.roll(60))
    const own = ownWords(await this.queue(), visitId, drawn.version)
    const look = { ...drawn, version: own.version, fields: { ...drawn.fields, ...own.fields } }
    this.looks.set(visitId, look)
    this.saw(visitId, look.fields)
  }

  /** Says what stays where others wrote in the same place, and how it is added where a note was signed meanwhile. */
  async decides(visitId: string, mineStays: boolean): Promise<void> {
    const queue = await this.queue()
    const lane = `note ${visitId}`
    const trouble = queue.items.find((item) => item.lane === lane && item.trouble)?.trouble
    if (trouble?.state === 'signed') {
      const proposed = proposeAmendments(unsavedOf(queue, visitId), (field) => field)
      const worded = proposed.map((one) => ({ ...one, reason: 'late', key: randomUUID() }))
      await this.changes((now) => amended(now, visitId, worded, this.moment()))
      this.made.additions.push(...worded.map(({ body }) => body))
    }
    if (trouble?.state !== 'differs') return
    this.asked += 1
    const differences = differencesOf(queue, visitId)
    const choices = Object.fromEntries(
      differences.map(({ field, mine, theirs }) => [field, mineStays ? mine : theirs]),
    )
    this.saw(visitId, Object.fromEntries(differences.map(({ field, theirs }) => [field, theirs])))
    if (!mineStays) for (const { field } of differences) this.last.delete(`${visitId} ${field}`)
    await this.changes((now) => chosen(now, visitId, choices, { key: randomUUID(), at: this.moment() }))
    const look = this.looks.get(visitId)
    this.looks.set(visitId, { version: trouble.version, fields: { ...look?.fields, ...choices } })
  }

  async queue(): Promise<Queue> {
    const { tab, scripts } = this.anyTab()
    return tab.run(() => scripts.readQueue(this.owner))
  }

  private async keeps(operation: Operation): Promise<void> {
    const { tab, scripts } = this.anyTab()
    await tab.run(() => scripts.keepOnDevice(this.owner, operation))
    this.kept += 1
  }

  private async changes(change: (queue: Queue) => Queue): Promise<void> {
    const { tab, scripts } = this.anyTab()
    await tab.run(() => scripts.changeQueue(this.owner, change))
    tab.run(() => scripts.announce())
  }

  private tapAt(visitId: string, animalId: string): [string, Operation] {
    const id = randomUUID()
    const counter = Number(this.next())
    const events = [{ id, device: this.name, counter, at: counter, what: 'recovered' as const }]
    return [id, { kind: 'append_events', observationId: visitId, visitId, animalId, events }]
  }

  private async leaves(next: Owner, cookie: string): Promise<void> {
    for (const { tab } of this.tabs) tab.kill()
    this.phone.cookie = cookie
    this.tabs = [await this.open(next)]
  }

  private async open(owner: Owner): Promise<Open> {
    const tab = new Tab(this.phone)
    vi.resetModules()
    const [scripts, { keepSending }] = await Promise.all([import('../device-queue'), import('../sender')])
    tab.run(() => {
      scripts.onNews(({ lane, version }) => this.hears(lane, version))
      keepSending(owner, { sure: true })
    })
    return { tab, scripts }
  }

  private hears(lane: string | undefined, version: number | undefined): void {
    const visitId = lane?.startsWith('note ') ? lane.slice('note '.length) : ''
    const look = this.looks.get(visitId)
    if (look && version !== undefined) this.looks.set(visitId, { ...look, version })
  }

  private saw(visitId: string, fields: Fields): void {
    for (const [field, said] of Object.entries(fields)) this.seen.add(`${visitId} ${field}=${said}`)
  }

  private anyTab(): Open {
    expect(this.here).toBe(true)
    return this.dice.one(this.tabs)
  }

  /** No two the same, on no device. */
  private readonly moment = () => Number(this.next()) * 10 + this.name.length
  private readonly next = () => String(++this.count).padStart(6, '0')
}
