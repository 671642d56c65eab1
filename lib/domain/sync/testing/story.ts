import fc from 'fast-check'
import { expect } from 'vitest'
import type { Answer } from '../answer'
import { amended, chosen, differencesOf, unsavedOf } from '../by-a-person'
import { proposeAmendments } from '../late-change'
import { answered, awoken, due, enqueue, hurried, sent, signedIn, type Owner, type Queue } from '../queue'
import { saidIn, type Said } from '../said'
import { standingOf } from '../truth'
import { Device, other, owner, type Packet } from './device'
import { ModelServer, type Fault } from './server'

// Two devices of one consultant, a network that drops, repeats and reorders, and a person who decides at random.

const places = fc.record({ device: fc.nat(1), visit: fc.nat(1), field: fc.nat(2) })
const act = <Do extends string>(does: Do, weight: number) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(does), at: places, nth: fc.nat(9), yes: fc.boolean() }),
})
export const anyStory = fc.array(
  fc.oneof(
    ...[act('write', 9), act('blank', 2), act('tap', 4), act('train', 2), act('photo', 2), act('send', 9)],
    ...[act('deliver', 8), act('repeat', 3), act('hear', 8), act('lose', 3), act('give up', 3)],
    ...[act('kill', 2), act('reload', 3), act('decide', 4), act('sign', 1), act('expire', 1)],
    ...[act('somebody else', 1), act('come back', 3)],
  ),
  { minLength: 5, maxLength: 70 },
)
export type Step = {
  do: string
  at: { device: number; visit: number; field: number }
  nth: number
  yes: boolean
}

const visits = ['v0', 'v1']
const fieldNames = ['body.letter', 'internal', 'animals.moth.seen']
const place = (visit: string, field: string) => `${visit} ${field}`

export class Story {
  readonly server: ModelServer
  private readonly devices = [new Device(), new Device()]
  private network: Packet[] = []
  private now = 1_000_000
  private count = 0
  /** How often a person was asked to compare. */
  asked = 0

  constructor(fault?: Fault) {
    this.server = new ModelServer(fault)
  }

  tell(steps: readonly Step[]) {
    for (const step of steps) {
      this.now += 1000 * (step.nth + 1)
      this.step(step)
      this.devices.forEach((device) => this.speaksTheTruth(device))
    }
    const ghosts = [...this.network]
    for (let turn = 0; this.devices.some(({ queue }) => queue.items.length > 0); turn++) {
      expect(turn, 'everything comes to an end').toBeLessThan(200)
      this.devices.forEach((device) => this.heal(device, turn))
    }
    const { notes, events, sessions, photos, amendments } = this.server
    const all = () => JSON.stringify([[...notes], events, sessions, photos, amendments])
    const stands = all()
    for (const packet of ghosts) if ('request' in packet) this.deliver(packet)
    expect(all(), 'late repeats').toBe(stands)
    this.judge()
  }

  private step({ do: does, at, nth, yes }: Step) {
    const device = this.devices[at.device] as Device
    const visit = visits[at.visit] as string
    const packet = this.network[nth % Math.max(1, this.network.length)]
    if (does === 'write') this.write(device, visit, fieldNames[at.field] as string, `words ${this.next()}`)
    if (does === 'blank') this.write(device, visit, fieldNames[at.field] as string, '')
    if (does === 'tap') this.tap(device, visit)
    if (does === 'train') this.train(device)
    if (does === 'photo') this.photo(device, visit)
    if (does === 'send') this.send(device)
    if (does === 'give up')
      for (const { key } of device.queue.items) this.hear(device, key, { state: 'later' })
    if (does === 'kill') device.queue = awoken(JSON.parse(JSON.stringify(device.queue)) as Queue)
    if (does === 'reload') this.reload(device, visit)
    if (does === 'decide') this.decide(device, visit, yes)
    if (does === 'sign' && this.server.note(visit).version > 0) this.server.note(visit).signed = true
    if (does === 'expire') device.who = null
    if (does === 'somebody else') this.enters(device, other)
    if (does === 'come back') this.enters(device, owner)
    if (!packet) return
    if (does === 'deliver' || does === 'hear' || does === 'lose')
      this.network = this.network.filter((one) => one !== packet)
    if (does === 'deliver' || does === 'repeat' || does === 'hear') this.deliver(packet)
  }

  private next = () => String(++this.count).padStart(6, '0')
  private key = (device: Device) => `${this.devices.indexOf(device)}-${this.next()}`

  private write(device: Device, visitId: string, field: string, mine: Said) {
    const look = device.looks.get(visitId) ?? { version: 0, fields: {} }
    const changes = [{ field, base: saidIn(look.fields, field), mine }]
    device.looks.set(visitId, { ...look, fields: { ...look.fields, [field]: mine } })
    device.seen.add(`${place(visitId, field)}=${mine}`)
    device.last.set(place(visitId, field), mine as string)
    const operation = { kind: 'save_draft' as const, visitId, baseVersion: look.version, changes }
    device.queue = enqueue(device.queue, { key: this.key(device), operation, at: this.now })
  }

  private tap(device: Device, visitId: string) {
    const id = `tap ${this.next()}`
    device.taps.push(id)
    const events = [{ id, device: 'phone', counter: 0, at: 0, what: 'recovered' as const }]
    const about = { observationId: `of ${visitId}`, visitId, animalId: 'moth' }
    const operation = { kind: 'append_events' as const, ...about, events }
    device.queue = enqueue(device.queue, { key: this.key(device), operation, at: this.now })
  }

  private train(device: Device) {
    const id = `session ${this.next()}`
    device.trained.push(id)
    const answers = { stress: 1, signs: [], goodSigns: [], triggers: [], events: [], health: [] }
    const session = { id, animalId: 'moth', startedAt: '2026-05-14T08:00:00Z', ...answers }
    const operation = { kind: 'record_session' as const, session }
    device.queue = enqueue(device.queue, { key: this.key(device), operation, at: this.now })
  }

  private photo(device: Device, visitId: string) {
    const photoId = `photo ${this.next()}`
    device.photos.push(photoId)
    const file = { name: 'IMG_1.jpg', type: 'image/jpeg', size: 1, shown: true }
    const operation = { kind: 'add_photo' as const, photoId, animalId: 'moth', visitId, ...file }
    device.queue = enqueue(device.queue, { key: this.key(device), operation, at: this.now })
  }

  private send(device: Device) {
    for (const { key, operation } of due(device.queue, this.now)) {
      expect(device.who, 'nobody sends for somebody else').not.toBe(other)
      device.queue = sent(device.queue, key)
      const request = { key, owner: device.queue.owner, operation: structuredClone(operation) }
      this.network.push({ device, request, as: device.who })
    }
  }

  private deliver(packet: Packet) {
    if (!('request' in packet)) return this.hear(packet.device, packet.key, packet.answer)
    const { device, request, as } = packet
    const logs = visits.map((visit) => [visit, this.server.note(visit).log.length] as const)
    const answer = structuredClone(this.server.handle(request, as))
    for (const [visit, before] of logs)
      for (const { field, replaced } of this.server.note(visit).log.slice(before))
        if (replaced !== '')
          expect(device.seen, 'written over unseen').toContain(`${place(visit, field)}=${replaced}`)
    this.network.push({ device, key: request.key, answer })
  }

  private hear(device: Device, key: string, answer: Answer) {
    if (answer.state === 'differs') this.asked += 1
    device.queue = answered(device.queue, key, answer, this.now, 0)
  }

  private enters(device: Device, who: Owner) {
    device.who = who
    device.queue = signedIn(device.queue, who)
  }

  /** A page shows what stands, once nothing of its own is under way. */
  private reload(device: Device, visit: string) {
    if (unsavedOf(device.queue, visit).length > 0 || standingOf(device.queue, [`note ${visit}`]) !== 'saved')
      return
    const { version, fields } = this.server.note(visit)
    device.looks.set(visit, { version, fields })
    for (const [field, said] of Object.entries(fields)) device.seen.add(`${place(visit, field)}=${said}`)
  }

  private decide(device: Device, visit: string, mineStays: boolean) {
    const unsaved = unsavedOf(device.queue, visit)
    const trouble = device.queue.items.find((item) => item.lane === `note ${visit}` && item.trouble)?.trouble
    if (trouble?.state === 'signed') {
      const proposed = proposeAmendments(unsaved, (field) => field)
      const worded = proposed.map((one) => ({ ...one, reason: 'late', key: this.key(device) }))
      device.queue = amended(device.queue, visit, worded, this.now)
      return
    }
    if (trouble?.state !== 'differs') return
    const differences = differencesOf(device.queue, visit)
    const choices = Object.fromEntries(
      differences.map(({ field, mine, theirs }) => [field, mineStays ? mine : theirs]),
    )
    for (const { field, theirs } of differences) {
      device.seen.add(`${place(visit, field)}=${theirs}`)
      if (!mineStays) device.last.delete(place(visit, field))
    }
    device.queue = chosen(device.queue, visit, choices, { key: this.key(device), at: this.now })
    const look = device.looks.get(visit) ?? { version: 0, fields: {} }
    device.looks.set(visit, { version: trouble.version, fields: { ...look.fields, ...choices } })
  }

  private heal(device: Device, turn: number) {
    this.enters(device, owner)
    this.now += 600_000
    device.queue = hurried(awoken(device.queue))
    for (const visit of visits) this.decide(device, visit, turn % 3 > 0)
    this.network = []
    this.send(device)
    for (const packet of [...this.network]) this.deliver(packet)
    for (const packet of this.network.filter((one) => 'answer' in one)) this.deliver(packet)
  }

  private speaksTheTruth(device: Device) {
    for (const visit of visits) {
      if (standingOf(device.queue, [`note ${visit}`]) !== 'saved') continue
      for (const [where, words] of device.last)
        if (where.startsWith(`${visit} `) && words !== '')
          expect(this.arrived(where, words), `"${words}" is called saved`).toBe(true)
    }
  }

  private arrived(where: string, words: string): boolean {
    const [visit = '', field] = where.split(' ')
    return (
      this.server.note(visit).log.some((one) => one.field === field && one.said === words) ||
      this.server.amendments.some((one) => one.visitId === visit && one.body.includes(words))
    )
  }

  private judge() {
    const { events, sessions, photos, notes } = this.server
    const made = this.devices.flatMap(({ taps }) => taps)
    expect(events.map(({ id }) => id).sort(), 'taps: none lost, none twice').toEqual(made.sort())
    const trained = this.devices.flatMap((device) => device.trained)
    expect(sessions.map(({ id }) => id).sort(), 'sessions: none lost, none twice').toEqual(trained.sort())
    const taken = this.devices.flatMap((device) => device.photos)
    expect([...photos].sort(), 'photos: none lost, none twice').toEqual(taken.sort())
    for (const [at] of this.devices.entries()) {
      const of = (list: { key: string }[]) =>
        list.map(({ key }) => key).filter((key) => key.startsWith(`${at}-`))
      for (const { log } of notes.values()) expect(of(log), 'order in a note').toEqual(of(log).sort())
      expect(of(sessions), 'order of sessions').toEqual(of(sessions).sort())
      const taps = events.filter(({ key }) => key.startsWith(`${at}-`)).map(({ id }) => id)
      expect([...taps].sort(), 'taps of a device').toHaveLength(taps.length)
    }
    this.devices.forEach((device) => this.speaksTheTruth(device))
  }
}
