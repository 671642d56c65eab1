import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeSignedNote } from '@/db/factories/signed-note'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { animal, contact, outbox } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { readPdf } from '@/lib/paper/testing/read-pdf'
import { amendNote } from './amendment'
import { fridgeOf, searchOf } from './paper'
import { sendSummary } from './summary-mail'

const now = Temporal.Instant.from('2026-05-15T08:00:00Z')
const homework = [
  { exercise: 'Buckle', sentences: ['Harness on, dinner down.'], dose: 'Once', good: '', stop: 'ears flat' },
]

async function signed() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const { visitId } = await makeSignedNote(world, household, { stageKey: 'C3', homework })
  return { world, household, visitId, animalId: household.animalId }
}

test('the fridge and the search are of what the practice and the household know; strangers find nothing', async () => {
  const { world, household, animalId } = await signed()
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
    await tx.update(animal).set({ cueWords: 'come', marks: 'white sock' }).where(eq(animal.id, animalId))
    await tx.update(contact).set({ phone: '+43 1 1' }).where(eq(contact.id, household.contactId))
  })
  for (const viewer of [world.consultant, household.guardian]) {
    const fridge = await fridgeOf(viewer, animalId, now)
    expect(fridge).toMatchObject({ name: 'Moth', cueWords: 'come', homework, standing: { stageKey: 'C3' } })
    const search = await searchOf(viewer, animalId, now)
    expect(search).toMatchObject({ marks: 'white sock', people: [{ name: 'Lena Berger', phone: '+43 1 1' }] })
  }
  const { guardian } = await makeHousehold(world, { name: 'Ng' })
  await expect(fridgeOf(guardian, animalId, now)).rejects.toThrow(NotFound)
  await expect(searchOf(guardian, animalId, now)).rejects.toThrow(NotFound)
})

test('a summary is sent once for each state of the note, with its PDF', async () => {
  const { world, household, visitId } = await signed()
  expect(await sendSummary(world.consultant, { visitId }, now)).toMatchObject({ ok: true })
  expect(await sendSummary(world.consultant, { visitId }, now)).toMatchObject({
    reason: 'summary.sentAlready',
  })
  expect(await sendSummary(world.assistant, { visitId }, now)).toMatchObject({ reason: 'errors.notAllowed' })
  await amendNote(world.boss, { visitId, body: 'It was 4.2 kg.', reason: 'Scale', shown: true }, now)
  expect(await sendSummary(world.consultant, { visitId }, now)).toMatchObject({ ok: true })

  const mails = await inTransaction({ purpose: 'outbox' }, (tx) =>
    tx.select().from(outbox).where(eq(outbox.toAddress, household.email)).orderBy(outbox.createdAt),
  )
  expect(mails.map(({ kind, attachmentName }) => [kind, attachmentName])).toEqual([
    ['summary', 'visit-summary-moth-thursday-14-may-2026.pdf'],
    ['summary', 'visit-summary-moth-thursday-14-may-2026.pdf'],
  ])
  expect(mails[0]?.bodyText).toContain(`/print/visit/${visitId}`)
  const [first, second] = await Promise.all(
    mails.map(async ({ attachment }) => (await readPdf(attachment ?? Buffer.of())).pages[0]?.text),
  )
  expect(first).toContain('Harness on, dinner down.')
  expect([first?.includes('4.2 kg'), second?.includes('4.2 kg')]).toEqual([false, true])
})

test('nobody to mail is said', async () => {
  const { world, household, visitId } = await signed()
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.update(contact).set({ email: null }).where(eq(contact.id, household.contactId)),
  )
  expect(await sendSummary(world.consultant, { visitId }, now)).toMatchObject({
    reason: 'summary.nobodyToMail',
  })
})
