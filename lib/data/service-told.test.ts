import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { outbox, service } from '@/db/schema'
import { bookVisit } from './booking'
import { homeOf } from './home'
import { visitsOfHousehold } from './visit'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')
const preparation = 'Please do not feed Moth from 07:00 on.\nKeep the kitchen door closed.'

beforeAll(() => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
})

test('a household reads how to prepare, and the price only where it is shown; nobody else reads it', async () => {
  const world = await makeWorld()
  const home = await makeHousehold(world, { animal: 'Moth' })
  const { practiceId } = world
  const asSystem = <T>(run: Parameters<typeof inTransaction<T>>[1]) =>
    inTransaction({ practiceId, role: 'system' }, run)
  const shows = (priceShown: boolean) =>
    asSystem((tx) =>
      tx
        .update(service)
        .set({ preparation, priceMinor: 8550, priceShown })
        .where(eq(service.id, world.serviceId)),
    )
  const book = async (day: string) => {
    const booked = await bookVisit(
      world.consultant,
      {
        ...{ clientId: home.clientId, animalIds: [home.animalId], serviceId: world.serviceId },
        ...{ consultantId: world.consultant.memberId, day, time: '10:00', message: '' },
      },
      now,
    )
    if (!booked.ok) throw new Error(booked.reason)
    const mails = await asSystem((tx) =>
      tx
        .select({ text: outbox.bodyText })
        .from(outbox)
        .where(eq(outbox.dedupeKey, `visit:${booked.value.visitId}:1`)),
    )
    return mails[0]?.text ?? ''
  }
  await shows(true)
  expect(await book('2026-05-14')).toMatch(/Price: €85\.50\nHow to prepare: Please do not feed Moth/)
  const told = { preparation, price: { minor: 8550, currency: 'EUR' } }
  expect((await homeOf(home.guardian, now)).next).toMatchObject({ told })
  expect((await visitsOfHousehold(home.guardian, now)).ahead).toMatchObject([{ told }])

  await shows(false)
  const mail = await book('2026-05-15')
  expect(mail).toContain('How to prepare')
  expect(mail).not.toContain('85.50')
  expect((await homeOf(home.guardian, now)).next?.told).toEqual({ preparation, price: null })
  const other = await makeHousehold(world, { name: 'Other', animal: 'Else' })
  expect((await homeOf(other.guardian, now)).next).toBeNull()
  expect((await visitsOfHousehold(other.guardian, now)).ahead).toEqual([])
})
