import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { inTransaction, sqlState } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld } from '@/db/factories/world'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { emptyBlock } from '@/lib/domain/note/schema'
import { NotFound } from '@/lib/domain/result/result'
import { amendNote, amendmentsOf } from './amendment'
import { assessmentsOf } from './assessment'
import { currentHomework } from './homework'
import { noteForWriting, saveDecisions, saveNote } from './note'
import { signNote } from './note-sign'
import { summaryOf } from './summary'
import { decisionOf, draft, now, signature, signed, visited } from './testing/visited'

test('a note is written, decided and signed; homework, measures and the visit follow', async () => {
  const at = await visited()
  expect(await signed(at)).toEqual({ ok: true, value: at.visitId })

  const summary = await summaryOf(at.household.guardian, at.visitId)
  expect(summary).toMatchObject({
    letter: 'You waited, and she came.',
    signedBy: 'Jonas Weiss',
    consultant: 'Jonas Weiss',
  })
  expect(summary.contentHash).toMatch(/^[0-9a-f]{64}$/)
  expect(summary.animals[0]).toMatchObject({ name: 'Moth', decision: 'stay', stageKey: 'C3' })
  expect(JSON.stringify(summary)).not.toContain('Neighbour')

  const given = (await currentHomework(at.household.guardian, [at.animalId])).get(at.animalId)
  expect(given?.items[0]?.sentences).toEqual(['Harness on, dinner down.'])
})

test('signed is signed: no verb and no statement changes it, an amendment stands beside it', async () => {
  const at = await visited()
  await signed(at)
  const { consultant, boss } = at.world
  expect(await saveNote(consultant, draft(at, 3, { seen: 'Changed afterwards' }), now)).toMatchObject({
    reason: 'note.alreadySigned',
  })
  expect(await signNote(consultant, signature(at, 3), now)).toMatchObject({ reason: 'note.alreadySigned' })
  for (const statement of [
    sql`update app.note set body = '{}'`,
    sql`delete from app.note_animal`,
    sql`update app.internal_note set body = 'other'`,
    sql`update app.note set status = 'draft'`,
  ]) {
    const change = inTransaction({ practiceId: at.world.practiceId, role: 'owner' }, (tx) =>
      tx.execute(statement),
    )
    await expect(change.catch((error: unknown) => sqlState(error))).resolves.toBe('DS001')
  }
  const added = { visitId: at.visitId, body: 'Weighed again: 4.2 kg.', reason: 'Scale was off', shown: true }
  expect(await amendNote(boss, added, now)).toMatchObject({ ok: true })
  expect(await amendmentsOf(at.household.guardian, at.visitId)).toMatchObject([
    { body: 'Weighed again: 4.2 kg.' },
  ])
})

test('a draft cannot be amended, and the household does not see it', async () => {
  const at = await visited()
  await saveNote(at.world.consultant, draft(at), now)
  const added = { visitId: at.visitId, body: 'x', reason: 'y', shown: true }
  expect(await amendNote(at.world.consultant, added, now)).toMatchObject({ reason: 'note.notSignedYet' })
  await expect(summaryOf(at.household.guardian, at.visitId)).rejects.toThrow(NotFound)
  await expect(noteForWriting(at.household.guardian, at.visitId)).rejects.toThrow(NotFound)
})

test('a draft belongs to its author; the practice owner reads, an assistant does not', async () => {
  const at = await visited()
  await saveNote(at.world.consultant, draft(at), now)
  expect((await noteForWriting(at.world.boss, at.visitId)).mayWrite).toBe(false)
  expect(await saveNote(at.world.boss, draft(at, 1), now)).toMatchObject({ reason: 'note.notYours' })
  await expect(noteForWriting(at.world.assistant, at.visitId)).rejects.toThrow(NotFound)
})

test('two tabs: the later save is told and keeps both texts', async () => {
  const at = await visited()
  const { consultant } = at.world
  await saveNote(consultant, draft(at), now)
  await saveNote(consultant, draft(at, 1, { seen: 'First tab' }), now)
  expect(await saveNote(consultant, draft(at, 1, { seen: 'Second tab' }), now)).toMatchObject({
    reason: 'errors.conflict',
    version: 2,
    theirs: { 'animals.0.block.seen': 'First tab' },
  })
  expect((await noteForWriting(consultant, at.visitId)).animals[0]?.block.seen).toBe('First tab')
})

test('no signature without a decision, and a hard refusal leaves nothing behind', async () => {
  const at = await visited()
  const { consultant } = at.world
  expect(await signNote(consultant, signature(at, 0), now)).toMatchObject({ reason: 'note.nothingWritten' })
  await saveNote(consultant, draft(at), now)
  expect(await signNote(consultant, signature(at, 1), now)).toMatchObject({
    reason: 'note.decideFirst',
    fields: { 'animals.0': 'note.decideFirst' },
  })
  await saveDecisions(consultant, decisionOf(at, 'advance', 'She is ready, I am sure'), now)
  expect(await signNote(consultant, signature(at, 2), now)).toMatchObject({
    ok: false,
    reason: 'readiness.refusal.min_days',
  })
  const standing = (await assessmentsOf(consultant, [at.animalId], now)).get(at.animalId)
  expect(standing?.stageKey).toBe('C3')
  expect((await noteForWriting(consultant, at.visitId)).status).toBe('draft')
})

test('a refusal at the second animal takes back the first', async () => {
  const at = await visited()
  const { consultant } = at.world
  const second = await makeHousehold(at.world, { animal: 'Juniper' })
  await makePlan(at.world, second, { stageKey: 'C2', enteredOn: Temporal.PlainDate.from('2026-05-01') })
  const animals = [at.animalId, second.animalId]
  const visitId = await makeVisit(at.world, at.household, {
    animalIds: animals,
    localStart: Temporal.PlainDateTime.from('2026-05-14T14:00'),
  })
  const blocks = animals.map((animalId) => ({ animalId, block: emptyBlock }))
  await saveNote(consultant, { ...draft(at), visitId, animals: blocks }, now)
  const chosen = animals.map((animalId, index) => ({
    animalId,
    decision: index === 0 ? ('step_back' as const) : ('advance' as const),
    reason: 'Saw it',
    pauseUntil: undefined,
    ticks: [],
  }))
  await saveDecisions(consultant, { visitId, version: 1, animals: chosen }, now)
  const result = await signNote(consultant, { visitId, version: 2, read: true, animals: [] }, now)
  expect(result.ok).toBe(false)
  const standing = (await assessmentsOf(consultant, [at.animalId], now)).get(at.animalId)
  expect(standing?.stageKey).toBe('C3')
})

test('a stranger finds nothing', async () => {
  const at = await visited()
  await signed(at)
  const stranger: MemberViewer = (await makeWorld()).boss
  const neighbour = (await makeHousehold(at.world, { name: 'Nowak' })).guardian
  for (const viewer of [stranger, neighbour]) {
    await expect(summaryOf(viewer, at.visitId)).rejects.toThrow(NotFound)
    await expect(noteForWriting(viewer, at.visitId)).rejects.toThrow(NotFound)
    expect(await amendmentsOf(viewer, at.visitId)).toEqual([])
  }
})
