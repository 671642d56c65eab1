import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { consentsHolding } from '@/lib/domain/client/consents'
import { NotFound } from '@/lib/domain/result/result'
import { consentsOf, recordConsent } from './consent'

const now = Temporal.Instant.from('2026-05-14T22:30:00Z')
const photos = { kind: 'photos' as const, given: true, givenOn: '2026-05-01', givenBy: 'Lena' }

it('keeps every yes and no, and the latest day holds', async () => {
  const world = await makeWorld()
  const { clientId, guardian } = await makeHousehold(world)
  await recordConsent(world.assistant, { ...photos, clientId }, now)
  await recordConsent(world.boss, { ...photos, clientId, given: false, givenOn: '2026-05-10' }, now)
  const records = await consentsOf(guardian, clientId)
  expect(records).toMatchObject([
    { given: true, recordedBy: 'Ada Kern' },
    { given: false, recordedBy: 'Ines Marek' },
  ])
  expect(consentsHolding(records).get('photos')?.given).toBe(false)
})

it('refuses a day that lies ahead where the practice is', async () => {
  const world = await makeWorld()
  const { clientId } = await makeHousehold(world)
  const on = (givenOn: string) => recordConsent(world.boss, { ...photos, clientId, givenOn }, now)
  // Half past midnight in Vienna.
  expect((await on('2026-05-15')).ok).toBe(true)
  expect(await on('2026-05-16')).toMatchObject({ ok: false, fields: { givenOn: 'inTheFuture' } })
})

it('is nothing a stranger or the household itself may write', async () => {
  const world = await makeWorld()
  const { clientId, guardian } = await makeHousehold(world)
  const stranger = (await makeWorld()).boss
  for (const viewer of [stranger, guardian])
    await expect(recordConsent(viewer, { ...photos, clientId }, now)).rejects.toThrow(NotFound)
  expect(await consentsOf(stranger, clientId)).toEqual([])
})
