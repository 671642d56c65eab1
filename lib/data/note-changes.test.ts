import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeSafetyList, makeVisit } from '@/db/factories/world'
import { measure, note, noteAnimal } from '@/db/schema'
import { canonical } from '@/lib/domain/note/canonical'
import { assessmentsOf } from './assessment'
import { noteWithStandings, saveNote } from './note'
import { contentOf, contentText, sha256 } from './note-content'
import { openVetFlag } from './vet-flag'
import { summaryOf } from './summary'
import { draft, now, signed, visited, type Visited } from './testing/visited'

const later = now.add({ hours: 24 * 7 })
const nextVisit = async (at: Visited): Promise<Visited> => ({
  ...at,
  visitId: await makeVisit(at.world, at.household, {
    status: 'arrived',
    localStart: Temporal.PlainDateTime.from('2026-05-21T10:15'),
  }),
})

test('what changed is told before the decision and stands on the summary as it was signed', async () => {
  const at = await visited()
  await signed(at, { weightGrams: 4000, cssPeak: 5, longestCalmSec: 40, latencyEatSec: 30 })
  const next = await nextVisit(at)
  const { consultant } = at.world
  const flag = { animalId: at.animalId, sign: 'limp_or_pain' as const, note: 'Left front paw' }
  await openVetFlag(consultant, flag, now.add({ hours: 30 }))
  const block = { weightGrams: 4100, cssPeak: 3, longestCalmSec: 300, latencyEatSec: 4 }
  await saveNote(consultant, draft(next, 0, block), later)
  const told = [
    { of: 'vet', signs: ['limp_or_pain'] },
    { of: 'body', from: 3, to: 1 },
    { of: 'longestCalmSec', from: 40, to: 300 },
  ]
  expect((await noteWithStandings(consultant, next.visitId, later)).changes.get(at.animalId)).toEqual(told)
})

test('on a first visit there is nothing to compare, and the hash is the one of notes signed before', async () => {
  const at = await visited()
  await signed(at)
  expect((await summaryOf(at.household.guardian, at.visitId)).animals[0]?.changes).toBeNull()
  await inTransaction({ practiceId: at.world.practiceId, role: 'owner' }, async (tx) => {
    const [head] = await tx.select().from(note).where(eq(note.visitId, at.visitId))
    const blocks = await tx
      .select({
        animalId: noteAnimal.animalId,
        block: noteAnimal.block,
        decision: noteAnimal.decision,
        decisionReason: noteAnimal.decisionReason,
        ticks: noteAnimal.ticks,
        assessmentId: noteAnimal.assessmentId,
      })
      .from(noteAnimal)
      .where(eq(noteAnimal.noteId, head?.id ?? ''))
    const asBefore = createHash('sha256')
      .update(canonical({ body: head?.body, blocks }))
      .digest('hex')
    expect(head?.contentHash).toBe(asBefore)
    const content = await contentOf(tx, at.world.practiceId, head?.id ?? '')
    expect(sha256(contentText(content))).toBe(asBefore)
  })
})

test('signed with what changed: the summary keeps it, the hash is over it', async () => {
  const at = await visited()
  await signed(at, { weightGrams: 4000, longestCalmSec: 40 })
  const next = await nextVisit(at)
  expect(await signed(next, { weightGrams: 3700, longestCalmSec: 600 }, later)).toMatchObject({ ok: true })
  const [moth] = (await summaryOf(at.household.guardian, next.visitId)).animals
  expect(moth?.changes).toEqual([
    { of: 'weight', from: 4000, to: 3700 },
    { of: 'longestCalmSec', from: 40, to: 600 },
  ])
})

test('the assessment before the decision is the one the signature takes it by', async () => {
  const said = fc.record({
    weightGrams: fc.constantFrom(undefined, 3900, 4000, 4300),
    twoFingers: fc.constantFrom(undefined, true, false),
    backOutTest: fc.constantFrom(undefined, true, false),
  })
  const before = fc.constantFrom('nothing', 'today', 'last week')
  await fc.assert(
    fc.asyncProperty(said, before, fc.boolean(), async (block, listed, weighed) => {
      const at = await visited('C5')
      const { practiceId, consultant } = at.world
      const on = Temporal.PlainDate.from('2026-05-14')
      if (weighed)
        await inTransaction({ practiceId, role: 'system' }, (tx) =>
          tx.insert(measure).values({
            ...{ practiceId, animalId: at.animalId, takenBy: consultant.memberId },
            ...{ takenOn: on.subtract({ days: 9 }), weightGrams: 4000 },
          }),
        )
      if (listed !== 'nothing')
        await makeSafetyList(at.world, at, listed === 'today' ? on : on.subtract({ days: 7 }))
      await saveNote(consultant, draft(at, 0, block), now)
      const shown = (await noteWithStandings(consultant, at.visitId, now)).standings.get(at.animalId)
      expect(await signed(at, block, now, undefined, 1)).toMatchObject({ ok: true })
      const taken = (await assessmentsOf(consultant, [at.animalId], now)).get(at.animalId)
      const lines = (standing: typeof taken) => standing?.safety.map(({ key, state }) => `${key} ${state}`)
      expect(lines(shown)).toEqual(lines(taken))
      expect(shown?.recommendation).toBe(taken?.recommendation)
    }),
    { numRuns: 24 },
  )
})
