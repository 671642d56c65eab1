import { eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeSignedNote } from '@/db/factories/signed-note'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { animal, client, measure, session, shareLink, vetFlag, vetLetter } from '@/db/schema'
import { tokenOfLink } from '@/lib/auth/session-token'
import { NotFound } from '@/lib/domain/result/result'
import { asViewer } from './as-viewer'
import { recordConsent } from './consent'
import { revokeShareLink, shareLinksOf } from './share-link'
import { sharedOf } from './shared'
import { linkFor, madeLink, openedBy } from '@/db/factories/share-link'
import { vetLetterOf, vetLetterOfLink, vetLetterStart, writeVetLetter } from './vet-letter'

const now = Temporal.Now.instant()
const day = Temporal.PlainDate.from('2026-05-10')
const said = {
  seen: 'Limps on the left hind leg after rest.',
  asked: 'Please look at the leg.',
  days: undefined,
}

async function agreed() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const { animalId } = household
  await makeSignedNote(world, household, {
    ...{ stageKey: 'C3', seen: 'Lay down by herself.', vetReferral: 'Slow on stairs.', homework: [] },
    letter: 'Well done.',
  })
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
    const here = { practiceId: world.practiceId, animalId }
    await tx
      .insert(measure)
      .values({ ...here, takenOn: day, weightGrams: 4200, takenBy: world.consultant.userId })
    await tx.insert(vetFlag).values({ ...here, sign: 'limp_or_pain', openedNote: 'The neighbour saw it' })
  })
  await answers(world, household, true)
  return { world, household, animalId }
}

const answers = (world: World, { clientId }: Household, given: boolean) =>
  recordConsent(
    world.consultant,
    { clientId, kind: 'vet_sharing', given, givenOn: '2026-05-10', givenBy: 'Lena Berger' },
    now,
  )

const opened = (linkId: string) => openedBy(tokenOfLink(linkId))

async function written() {
  const home = await agreed()
  const { world, animalId } = home
  const answer = await writeVetLetter(world.consultant, { animalId, ...said }, now)
  if (!answer.ok) throw new Error(answer.reason)
  const { letterId } = answer.value
  const { linkId } = await vetLetterOf(world.consultant, letterId)
  return { ...home, letterId, linkId: linkId ?? '' }
}

test('a letter begins with the last note, and holds what was seen, measured and asked that day', async () => {
  const { world, household, animalId, letterId } = await written()
  expect(await vetLetterStart(world.consultant, animalId)).toMatchObject({
    ...{ allowed: true, mayWrite: true, seen: 'Lay down by herself.', asked: 'Slow on stairs.' },
  })
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .update(vetFlag)
      .set({ closedAt: now, closedBy: world.consultant.userId, closingNote: 'Seen by the vet' })
      .where(eq(vetFlag.animalId, animalId)),
  )
  for (const viewer of [world.consultant, world.assistant, household.guardian]) {
    const letter = await vetLetterOf(viewer, letterId)
    expect(letter).toMatchObject({
      ...{
        name: 'Moth',
        seen: said.seen,
        asked: said.asked,
        times: { latencyEatSec: 3, longestCalmSec: 130 },
      },
      weights: [{ day: '2026-05-10', grams: 4200 }],
      flags: [{ sign: 'limp_or_pain' }],
    })
    expect(JSON.stringify(letter)).not.toMatch(/neighbour|Berger|Well done|Lay down/)
  }
})

test('the household’s yes comes first, and its no closes every letter at once', async () => {
  const { world, household, animalId, linkId } = await written()
  expect(await opened(linkId)).not.toBeNull()
  await answers(world, household, false)
  expect(await opened(linkId)).toBeNull()
  const { links } = await shareLinksOf(world.consultant, animalId, now)
  expect(links.map(({ state }) => state)).toEqual(['revoked'])
  expect(await vetLetterStart(world.consultant, animalId)).toMatchObject({ allowed: false })
  expect(await writeVetLetter(world.consultant, { animalId, ...said }, now)).toMatchObject({
    reason: 'share.vet.noConsent',
  })
  await answers(world, household, true)
  expect(await opened(linkId), 'a yes does not bring the old one back').toBeNull()
})

test('the wall of the database asks for the yes too, and nobody who does not train writes', async () => {
  const { world, animalId, linkId } = await written()
  expect(await writeVetLetter(world.assistant, { animalId, ...said }, now)).toMatchObject({
    reason: 'errors.notAllowed',
  })
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.execute(sql`insert into app.consent (practice_id, client_id, kind, given, given_on, given_by, recorded_by)
      select practice_id, client_id, kind, false, current_date, given_by, recorded_by from app.consent
      where practice_id = ${world.practiceId} and kind = 'vet_sharing' limit 1`),
  )
  expect(await opened(linkId)).toBeNull()
})

test('a vet’s link opens its letter and nothing else; ended it opens nothing', async () => {
  const { world, household, animalId, linkId, letterId } = await written()
  const other = await writeVetLetter(world.consultant, { animalId, ...said, seen: 'Another.' }, now)
  expect(other.ok).toBe(true)
  const vet = await opened(linkId)
  if (!vet) throw new Error('the link is closed')
  expect(await vetLetterOfLink(vet)).toMatchObject({ letterId, seen: said.seen, linkId: null })
  await expect(sharedOf(vet, now)).rejects.toThrow(NotFound)
  const read = await asViewer(vet, async (tx) => [
    await tx.select().from(vetLetter),
    await tx.select().from(animal),
    await tx.select().from(client),
    await tx.select().from(session),
    await tx.select().from(shareLink),
  ])
  expect(read.map((rows) => rows.length)).toEqual([1, 0, 0, 0, 0])

  const { token } = await madeLink(household.guardian, linkFor(animalId), now)
  const progress = await openedBy(token)
  if (!progress) throw new Error('the link is closed')
  await expect(vetLetterOfLink(progress)).rejects.toThrow(NotFound)
  expect(await asViewer(progress, (tx) => tx.select().from(vetLetter))).toEqual([])

  expect(await revokeShareLink(household.guardian, { linkId }, now)).toMatchObject({ ok: true })
  expect(await opened(linkId)).toBeNull()
})

test('another household and another practice find no letter and write none', async () => {
  const { world, animalId, letterId } = await written()
  const { guardian } = await makeHousehold(world, { name: 'Ng', animal: 'Ivy' })
  const { boss } = await makeWorld({ name: 'Elsewhere' })
  for (const stranger of [guardian, boss])
    await expect(vetLetterOf(stranger, letterId)).rejects.toThrow(NotFound)
  await expect(vetLetterStart(boss, animalId)).rejects.toThrow(NotFound)
  await expect(writeVetLetter(boss, { animalId, ...said }, now)).rejects.toThrow(NotFound)
})
