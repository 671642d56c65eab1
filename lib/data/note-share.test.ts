import { and, eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeWorld } from '@/db/factories/world'
import { auditEvent } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { noteForWriting, saveDecisions, saveNote } from './note'
import { shareDraft, stopSharing } from './note-share'
import { signNote } from './note-sign'
import { decisionOf, draft, now, signature, signed, visited } from './testing/visited'

test('a shared draft is written together; the version check keeps both texts, its author signs', async () => {
  const at = await visited()
  const { consultant, boss, practiceId } = at.world
  const share = { visitId: at.visitId, memberId: boss.memberId }
  await expect(shareDraft(consultant, share, now)).rejects.toThrow(NotFound)
  await saveNote(consultant, draft(at), now)
  expect(await saveNote(boss, draft(at, 1), now)).toMatchObject({ reason: 'note.notYours' })
  expect(await shareDraft(boss, share, now)).toMatchObject({ reason: 'note.notYours' })
  for (let times = 0; times < 2; times++)
    expect(await shareDraft(consultant, share, now)).toMatchObject({ ok: true })
  expect(await noteForWriting(boss, at.visitId)).toMatchObject({
    ...{ mayWrite: true, maySign: false, authorName: 'Jonas Weiss' },
    sharedWith: [{ memberId: boss.memberId, name: 'Ines Marek' }],
    colleagues: [],
  })
  expect(await saveNote(boss, draft(at, 1, { seen: 'By Ines' }), now)).toMatchObject({ ok: true })
  expect(await saveNote(consultant, draft(at, 1, { seen: 'By Jonas' }), now)).toMatchObject({
    reason: 'errors.conflict',
    theirs: { 'animals.0.block.seen': 'By Ines' },
  })
  await saveDecisions(boss, decisionOf(at, 'stay', '', 2), now)
  expect(await signNote(boss, signature(at, 3), now)).toMatchObject({ reason: 'note.authorSigns' })
  expect(await signNote(consultant, signature(at, 3), now)).toMatchObject({ ok: true })
  const told = await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .select({ verb: auditEvent.verb })
      .from(auditEvent)
      .where(and(eq(auditEvent.practiceId, practiceId), like(auditEvent.verb, '%share'))),
  )
  expect(told).toEqual([{ verb: 'share' }])
})

test('taken back or given back, it is its author’s alone again', async () => {
  const at = await visited()
  const { consultant, boss } = at.world
  const share = { visitId: at.visitId, memberId: boss.memberId }
  await saveNote(consultant, draft(at), now)
  for (const by of [consultant, boss]) {
    await shareDraft(consultant, share, now)
    expect(await stopSharing(by, share)).toMatchObject({ ok: true, value: { givenBack: by === boss } })
    expect(await saveNote(boss, draft(at, 1), now)).toMatchObject({ reason: 'note.notYours' })
  }
})

test('not with the office, not with a stranger, not once it is signed', async () => {
  const at = await visited()
  const { consultant, boss, assistant } = at.world
  await saveNote(consultant, draft(at), now)
  const to = (memberId: string) => shareDraft(consultant, { visitId: at.visitId, memberId }, now)
  await expect(to(assistant.memberId)).rejects.toThrow(NotFound)
  await expect(to((await makeWorld()).boss.memberId)).rejects.toThrow(NotFound)
  await signed(at, undefined, now, undefined, 1)
  expect(await to(boss.memberId)).toMatchObject({ reason: 'note.alreadySigned' })
})
