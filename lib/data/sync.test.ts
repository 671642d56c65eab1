import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { readEnvelope } from '@/lib/domain/sync/envelope'
import type { Operation } from '@/lib/domain/sync/operation'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { noteForWriting, saveDecisions } from './note'
import { signNote } from './note-sign'
import { amendmentsOf } from './amendment'
import { sessionsOf } from './session'
import { sessionPage } from './session-page'
import { takeFromDevice } from './sync'

const now = Temporal.Instant.from('2026-05-14T09:30:00Z')

async function visited() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  await makePlan(world, household, { stageKey: 'C3', enteredOn: Temporal.PlainDate.from('2026-05-12') })
  const visitId = await makeVisit(world, household, { status: 'arrived' })
  const { animalId } = household
  const { consultant } = world
  const send = (operation: Operation, key: string = randomUUID(), viewer: MemberViewer = consultant) => {
    const owner = { practiceId: viewer.practiceId, userId: viewer.userId }
    const sent = readEnvelope(key, { owner, madeAt: now.epochMilliseconds, operation })
    if (typeof sent === 'string') throw new Error(sent)
    return takeFromDevice(viewer, sent, now)
  }
  const draft = (field: string, base: string, mine: string, baseVersion = 0) => ({
    ...{ kind: 'save_draft' as const, visitId, baseVersion },
    changes: [{ field, base, mine }],
  })
  const train = (id: string = randomUUID()): Operation => ({
    kind: 'record_session',
    session: {
      ...{ id, animalId, visitId, startedAt: '2026-05-14T08:20:00Z', stress: 1 },
      ...{ signs: [], goodSigns: [], triggers: [], events: [], health: [] },
    },
  })
  const read = () => noteForWriting(consultant, visitId)
  const sign = async (version: number) => {
    const decision = { animalId, decision: 'stay' as const, reason: '', pauseUntil: undefined, ticks: [] }
    await saveDecisions(consultant, { visitId, version, animals: [decision] }, now)
    const signature = { visitId, version: version + 1, read: true, animals: [] }
    expect(await signNote(consultant, signature, now)).toMatchObject({ ok: true })
  }
  return { world, household, visitId, animalId, consultant, send, draft, train, read, sign }
}

const receiptsOf = ({ practiceId, userId }: MemberViewer) =>
  inTransaction({ practiceId, userId, role: 'consultant' }, (tx) =>
    tx.select().from(schema.syncReceipt).where(eq(schema.syncReceipt.practiceId, practiceId)),
  )

test('the same request again gets the same answer and happens once; other words under its key are refused', async () => {
  const at = await visited()
  const key = randomUUID()
  const letter = at.draft('body.letter', '', 'You waited, and she came.')
  const saved = { state: 'saved', version: 1, behind: false }
  expect(await at.send(letter, key)).toEqual(saved)
  expect(await at.send(letter, key)).toEqual(saved)
  expect(await at.read()).toMatchObject({ version: 1, body: { letter: 'You waited, and she came.' } })
  expect(await at.send(at.draft('body.letter', '', 'Else'), key)).toMatchObject({
    reason: 'sync.otherContent',
  })

  const [id, first] = [randomUUID(), randomUUID()]
  const both = await Promise.all([at.send(at.train(id), first), at.send(at.train(id), first)])
  expect(both).toEqual([{ state: 'saved' }, { state: 'saved' }])
  expect(await at.send(at.train(id))).toEqual({ state: 'saved' })
  expect(await sessionsOf(at.consultant, at.animalId)).toHaveLength(1)
  expect(await receiptsOf(at.consultant)).toHaveLength(3)
})

test('two devices on one draft: other fields join, the same field is left to a person', async () => {
  const at = await visited()
  const seen = `animals.${at.animalId}.seen`
  await at.send(at.draft('body.letter', '', 'From the phone'))
  expect(await at.send(at.draft(seen, '', 'Ate in the harness.'))).toEqual({
    ...{ state: 'saved', version: 2, behind: true },
  })
  await at.send(at.draft(`animals.${at.animalId}.weightGrams`, '', '4300', 2))
  const key = randomUUID()
  const late = at.draft('body.letter', '', 'From the tablet')
  const differs = { state: 'differs', version: 3, theirs: { 'body.letter': 'From the phone' } }
  expect(await at.send(late, key)).toEqual(differs)
  expect(await at.read()).toMatchObject({
    version: 3,
    body: { letter: 'From the phone' },
    animals: [{ block: { seen: 'Ate in the harness.', weightGrams: 4300 } }],
  })
  // What the person chose stands; the first request, heard again late, changes nothing.
  await at.send(at.draft('body.letter', 'From the phone', '', 3))
  expect(await at.send(late, key)).toEqual(differs)
  expect((await at.read()).body.letter).toBe('')
})

test('what the form of a note would refuse is refused at its field, and nothing of it is written', async () => {
  const at = await visited()
  const weight = `animals.${at.animalId}.weightGrams`
  expect(await at.send(at.draft(weight, '', 'heavy'))).toEqual({
    ...{ state: 'refused', reason: 'errors.checkFields', fields: { [weight]: 'notANumber' } },
  })
  expect((await at.read()).version).toBe(0)
  expect(await at.send(at.draft(`animals.${randomUUID()}.seen`, '', 'x'))).toMatchObject({
    reason: 'sync.notAtThisVisit',
  })
})

test('what comes after the signature is not written, and becomes an amendment under a key of its own', async () => {
  const at = await visited()
  await at.send(at.draft('body.letter', '', 'Well done.'))
  await at.sign(1)
  expect(await at.send(at.draft('body.letter', 'Well done.', 'Well done!', 1))).toEqual({ state: 'signed' })
  expect((await at.read()).body.letter).toBe('Well done.')
  const words = { body: 'Letter: Well done!', reason: 'Written on the phone, sent late', shown: true }
  const amend = { kind: 'amend_note', visitId: at.visitId, ...words } as const
  const key = randomUUID()
  for (let times = 0; times < 3; times++) expect(await at.send(amend, key)).toEqual({ state: 'saved' })
  expect(await amendmentsOf(at.household.guardian, at.visitId)).toMatchObject([{ body: words.body }])
})

test('taps of a live observation are kept as often as they come, and its end writes one session', async () => {
  const at = await visited()
  const observationId = randomUUID()
  const about = { observationId, visitId: at.visitId, animalId: at.animalId }
  const stamp = (counter: number) => ({
    ...{ id: randomUUID(), device: 'phone', counter, at: now.epochMilliseconds - 600_000 + counter * 1000 },
  })
  const events = [
    { ...stamp(0), what: 'start' as const },
    { ...stamp(1), what: 'sign' as const, sign: 'flop' as const },
    { ...stamp(2), what: 'cue' as const, of: 'eat' as const },
    { ...stamp(5), what: 'reached' as const, milestone: 'eat' as const },
  ]
  const end = { ...stamp(9), what: 'stop' as const }
  expect(await at.send({ kind: 'append_events', ...about, events })).toEqual({ state: 'saved' })
  expect(await at.send({ kind: 'append_events', ...about, events })).toEqual({ state: 'saved' })
  expect(await at.send({ kind: 'append_events', ...about, events: [end] })).toEqual({ state: 'saved' })
  const startedAt = now.subtract({ minutes: 10 }).toString()
  const none = { signs: [], goodSigns: [], triggers: [], events: [], health: [] }
  const session = { id: observationId, animalId: at.animalId, startedAt, stress: '1', ...none }
  expect(await at.send({ kind: 'record_session', session })).toEqual({ state: 'saved' })
  expect(await at.send({ kind: 'record_session', session })).toEqual({ state: 'saved' })
  expect(await sessionsOf(at.consultant, at.animalId)).toMatchObject([{ id: observationId, level: 2 }])
  const ids = { animalId: at.animalId, sessionId: observationId }
  expect((await sessionPage(at.consultant, ids, now)).taps).toHaveLength(5)
  // The device laid the same measure under its draft: what a person made of it is no difference.
  expect(await at.send(at.draft(`animals.${at.animalId}.latencyEatSec`, '3', '4'))).toMatchObject({
    version: 1,
  })
  expect((await at.read()).animals[0]?.block.latencyEatSec).toBe(4)
})

test('a queue is taken from its owner alone, and what is a stranger’s is not there', async () => {
  const at = await visited()
  const { boss, assistant, consultant } = at.world
  const owner = { practiceId: consultant.practiceId, userId: consultant.userId }
  const operation = at.draft('internal', '', 'Neighbour complains about the lift.')
  const sent = readEnvelope(randomUUID(), { owner, madeAt: 0, operation })
  if (typeof sent === 'string') throw new Error(sent)
  expect(await takeFromDevice(boss, sent, now)).toEqual({ state: 'otherPerson' })
  expect((await at.read()).internal).toBe('')

  expect(await at.send(operation, randomUUID(), boss)).toMatchObject({ reason: 'note.notYours' })
  await expect(at.send(operation, randomUUID(), assistant)).rejects.toThrow(NotFound)
  const elsewhere = (await makeWorld()).consultant
  await expect(at.send(operation, randomUUID(), elsewhere)).rejects.toThrow(NotFound)
  await expect(at.send(at.train(), randomUUID(), elsewhere)).rejects.toThrow(NotFound)
  await expect(takeFromDevice(at.household.guardian, sent, now)).rejects.toThrow(NotFound)
  expect(await receiptsOf(elsewhere)).toEqual([])
  expect(await receiptsOf(consultant)).toEqual([])
  expect(await receiptsOf(boss)).toMatchObject([{ userId: boss.userId }])
})

test('a receipt is written once: neither its content nor an answer of somebody else is changed', async () => {
  const at = await visited()
  await at.send(at.draft('body.letter', '', 'Hello'))
  const { practiceId, userId } = at.consultant
  const mine = eq(schema.syncReceipt.practiceId, practiceId)
  const forge = inTransaction({ practiceId, userId, role: 'owner' }, (tx) =>
    tx
      .update(schema.syncReceipt)
      .set({ contentHash: '0'.repeat(64) })
      .where(mine),
  )
  await expect(forge).rejects.toThrow()
  const changed = await inTransaction({ practiceId, userId: at.world.boss.userId, role: 'owner' }, (tx) =>
    tx
      .update(schema.syncReceipt)
      .set({ answer: { state: 'signed' } })
      .where(mine)
      .returning(),
  )
  expect(changed).toEqual([])
})

test('many requests of two devices at once, each sent twice: none lost, none twice', async () => {
  const at = await visited()
  await at.send(at.draft('body.letter', '', 'Hello'))
  const ids = Array.from({ length: 40 }, () => randomUUID())
  const fields = [
    'body.place',
    'body.present',
    'body.weather',
    'body.triedBefore',
    'body.homeGaps',
    'internal',
  ]
  const requests = [
    ...ids.map((id) => [at.train(id), randomUUID()] as const),
    ...fields.map((field) => [at.draft(field, '', `${field} said`), randomUUID()] as const),
  ]
  for (let from = 0; from < requests.length; from += 8) {
    const some = requests.slice(from, from + 8)
    const answers = await Promise.all([...some, ...some].map(([operation, key]) => at.send(operation, key)))
    expect(answers.every(({ state }) => state === 'saved')).toBe(true)
  }
  const sessions = await sessionsOf(at.consultant, at.animalId, 100)
  expect(sessions.map(({ id }) => id).sort()).toEqual([...ids].sort())
  const { body, internal, version } = await at.read()
  expect({ ...body, internal }).toMatchObject({ place: 'body.place said', internal: 'internal said' })
  expect(version).toBe(fields.length + 1)
})

test('receipts are cleared away after 90 days, and not before', async () => {
  const at = await visited()
  const { practiceId, userId } = at.consultant
  const today = Temporal.Now.instant()
  for (const days of [89, 91]) {
    const owner = { practiceId, userId }
    const sent = readEnvelope(randomUUID(), {
      owner,
      madeAt: 0,
      operation: at.draft('internal', '', String(days)),
    })
    if (typeof sent === 'string') throw new Error(sent)
    await takeFromDevice(at.consultant, sent, today.subtract({ hours: days * 24 }))
  }
  expect(await receiptsOf(at.consultant)).toHaveLength(2)
  await inTransaction({ purpose: 'upkeep' }, (tx) => tx.delete(schema.syncReceipt))
  expect(await receiptsOf(at.consultant)).toMatchObject([{ answer: { state: 'saved' } }])
})
