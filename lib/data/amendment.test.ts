import postgres from 'postgres'
import { Temporal } from 'temporal-polyfill'
import { afterAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { inTransaction, sqlState } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld } from '@/db/factories/world'
import { NotFound } from '@/lib/domain/result/result'
import { amendNote, amendmentsOf } from './amendment'
import { noteForWriting, saveDecisions, saveNote } from './note'
import { noteToAmend, signedNote } from './note-read'
import { signNote } from './note-sign'
import { summaryOf } from './summary'
import { decisionOf, draft, now, signature, signed, visited, type Visited } from './testing/visited'

const admin = postgres(process.env.MIGRATION_DATABASE_URL ?? '', { max: 2, onnotice: () => undefined })
afterAll(() => admin.end())

const adding = ({ visitId }: Visited, body = 'Weighed again: 4.2 kg.') => ({
  visitId,
  body,
  reason: 'The scale was off',
  shown: true,
})
const correcting = (at: Visited, key: string, body: string, shown = false) => ({
  ...adding(at, body),
  field: key.includes('.') ? key : `animals.${at.animalId}.${key}`,
  shown,
})

test('additions are numbered and sealed one over the other, and the page finds them whole', async () => {
  const at = await visited()
  await signed(at)
  const { consultant, boss } = at.world
  expect((await signedNote(boss, at.visitId)).proof).toEqual({ broken: null, unsealed: 0 })
  await amendNote(consultant, adding(at), now.add({ hours: 1, nanoseconds: 123_456 }))
  await amendNote(boss, correcting(at, 'seen', 'Ate in the harness, tail low.', true), now.add({ hours: 2 }))
  const { note, amendments, proof } = await signedNote(consultant, at.visitId)
  expect(proof).toEqual({ broken: null, unsealed: 0 })
  expect(note).toMatchObject({ signedBy: 'Jonas Weiss', signedZone: 'Europe/Vienna' })
  expect(amendments).toMatchObject([
    { nth: 1, field: null, by: 'Jonas Weiss', zone: 'Europe/Vienna' },
    { nth: 2, field: `animals.${at.animalId}.seen`, by: 'Ines Marek' },
  ])
  expect(note.animals[0]?.block.seen).toBe('Ate in the harness, tail up.')
  const { correction } = await noteToAmend(boss, at.visitId, `animals.${at.animalId}.seen`)
  expect(correction).toMatchObject({
    signed: 'Ate in the harness, tail up.',
    stands: 'Ate in the harness, tail low.',
  })
  const summary = await summaryOf(at.household.guardian, at.visitId)
  expect(summary.amendments).toHaveLength(2)
})

test('a correction says what its field can say, once, and keeps from the household what is not for it', async () => {
  const at = await visited()
  await signed(at)
  const { consultant } = at.world
  const refusedAs = async (key: string, body: string, shown = false) => {
    const result = await amendNote(consultant, correcting(at, key, body, shown), now)
    return result.ok ? 'done' : (Object.values(result.fields ?? {})[0] ?? result.reason)
  }
  expect(await refusedAs('weightGrams', 'heavy')).toBe('errors.notANumber')
  expect(await refusedAs('backOutTest', 'perhaps')).toBe('errors.notAnOption')
  expect(await refusedAs('weightGrams', '4300')).toBe('note.saysThatAlready')
  expect(await refusedAs('weightGrams', '4200', true)).toBe('note.notForHousehold')
  expect(await refusedAs('body.pillars', '2')).toBe('note.noSuchField')
  expect(await refusedAs('internal', 'x')).toBe('note.noSuchField')
  const stranger = await makeHousehold(at.world, { name: 'Nowak' })
  expect(await refusedAs(`animals.${stranger.animalId}.seen`, 'x')).toBe('note.noSuchField')
  expect(await refusedAs('weightGrams', '4200')).toBe('done')
  expect(await refusedAs('weightGrams', '4200')).toBe('note.saysThatAlready')
  expect(await refusedAs('weightGrams', '4300')).toBe('done')
  expect(await amendmentsOf(at.household.guardian, at.visitId)).toEqual([])
})

test('ten who amend at once come one after another', async () => {
  const at = await visited()
  await signed(at)
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, n) => amendNote(at.world.consultant, adding(at, `Addition ${n}`), now)),
  )
  expect(all.every(({ ok }) => ok)).toBe(true)
  const { amendments, proof } = await signedNote(at.world.boss, at.visitId)
  expect(amendments.map(({ nth }) => nth)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(proof.broken).toBeNull()
})

test.each([
  [
    'a word of the note',
    sql`update app.note_animal set block = jsonb_set(block, '{seen}', '"Slept."')`,
    'note',
  ],
  ['the decision', sql`update app.note_animal set decision = 'advance'`, 'note'],
  ['a word of an addition', sql`update app.amendment set body = 'Nothing.' where nth = 1`, { nth: 1 }],
  ['whom it is for', sql`update app.amendment set shown = false where nth = 2`, { nth: 2 }],
  ['one left out', sql`delete from app.amendment where nth = 1`, { nth: 2 }],
])('whoever runs the database changes %s: the page says so', async (_, change, broken) => {
  const at = await visited()
  await signed(at)
  await amendNote(at.world.consultant, adding(at, 'First'), now)
  await amendNote(at.world.consultant, adding(at, 'Second'), now)
  const statement = change
    .getSQL()
    .queryChunks.map((chunk) => (chunk as { value: string[] }).value)
    .flat()
    .join('')
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    const only = `note_id in (select id from app.note where visit_id = '${at.visitId}')`
    await tx.unsafe(`${statement} ${statement.includes('where') ? 'and' : 'where'} ${only}`)
  })
  expect((await signedNote(at.world.consultant, at.visitId)).proof.broken).toEqual(broken)
})

test('as the web role nothing that was signed or added can be changed, taken away or slipped in between', async () => {
  const at = await visited()
  await signed(at)
  await amendNote(at.world.consultant, adding(at), now)
  const copied = (nth: ReturnType<typeof sql>, hash: ReturnType<typeof sql>) => sql`
    insert into app.amendment (practice_id, note_id, body, reason, amended_by, zone, nth, hash)
    select practice_id, note_id, 'other', 'x', amended_by, zone, ${nth}, ${hash} from app.amendment`
  for (const [statement, code] of [
    [sql`update app.note set body = '{}'`, 'DS001'],
    [sql`update app.note set content_hash = repeat('0', 64)`, 'DS001'],
    [sql`update app.note_animal set changes = '[]'`, 'DS001'],
    [sql`delete from app.note_animal`, 'DS001'],
    [sql`delete from app.note`, '42501'],
    [sql`update app.amendment set body = 'other'`, '42501'],
    [sql`delete from app.amendment`, '42501'],
    [copied(sql`1`, sql`hash`), 'DS002'],
    [copied(sql`3`, sql`hash`), 'DS002'],
    [copied(sql`2`, sql`null`), '23514'],
  ] as const) {
    const change = inTransaction({ practiceId: at.world.practiceId, role: 'owner' }, (tx) =>
      tx.execute(statement),
    )
    await expect(change.catch((error: unknown) => sqlState(error))).resolves.toBe(code)
  }
  expect((await signedNote(at.world.boss, at.visitId)).proof.broken).toBeNull()
})

test('signing and editing race two hundred times: what is signed is what was sealed, and only that', async () => {
  const race = async (at: Visited, round: number) => {
    const { consultant } = at.world
    await saveNote(consultant, draft(at), now)
    await saveDecisions(consultant, decisionOf(at, 'stay'), now)
    const edit = () => saveNote(consultant, draft(at, 2, { seen: `late ${round}` }), now)
    const sign = () => signNote(consultant, signature(at), now)
    const answers = await Promise.all(round % 2 ? [sign(), edit()] : [edit(), sign()])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const held = await noteForWriting(consultant, at.visitId)
    const seen = held.animals[0]?.block.seen
    if (held.status === 'draft') expect(seen).toBe(`late ${round}`)
    else {
      expect(seen).toBe('Ate in the harness, tail up.')
      expect((await signedNote(consultant, at.visitId)).proof.broken).toBeNull()
    }
    return held.status
  }
  // Eight practices at once, each with one visit after the other.
  const lanes = await Promise.all(Array.from({ length: 8 }, () => visited()))
  const won = lanes.map(async (at) => {
    const outcomes: string[] = []
    for (let round = 0; round < 25; round++) {
      const localStart = Temporal.PlainDateTime.from('2026-05-14T12:00').add({ hours: 2 * round })
      const visitId = await makeVisit(at.world, at.household, { status: 'arrived', localStart })
      outcomes.push(await race({ ...at, visitId }, round))
    }
    return outcomes
  })
  const all = (await Promise.all(won)).flat()
  expect(all).toHaveLength(200)
  expect(new Set(all)).toEqual(new Set(['draft', 'signed']))
}, 180_000)

test('a stranger, a household and an assistant read no signed note', async () => {
  const at = await visited()
  await signed(at)
  const stranger = (await makeWorld()).boss
  for (const viewer of [stranger, at.household.guardian, at.world.assistant])
    await expect(signedNote(viewer, at.visitId)).rejects.toThrow(NotFound)
})
