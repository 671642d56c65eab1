import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { vetVisitSchema } from '@/lib/domain/animal/vet-visit'
import { NotFound } from '@/lib/domain/result/result'
import { animalOverview } from './animal-overview'
import { bookVisit } from './booking'
import { moveVisit } from './booking-change'
import { bookingForm } from './booking-form'
import { addVetVisit, removeVetVisit, vetVisitsOf } from './vet-visit'
import { movePage } from './visit-move'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')
const says = 'Moth’s vet visit, Thu 14 May at 10:00, is too near: 48 hours between the two are calmer.'

async function ground() {
  const world = await makeWorld()
  const home = await makeHousehold(world, { animal: 'Moth' })
  const { animalId } = home
  const vet = (day: string, at = '', words = '') =>
    addVetVisit(world.consultant, vetVisitSchema.parse({ animalId, day, at, words }))
  const book = (day: string, more: object = {}) =>
    bookVisit(
      world.consultant,
      {
        ...{ clientId: home.clientId, animalIds: [animalId], serviceId: world.serviceId },
        ...{ consultantId: world.consultant.memberId, day, time: '14:00', message: '', ...more },
      },
      now,
    )
  return { world, home, animalId, vet, book }
}

describe('visits at the vet’s', () => {
  it('are written down, shown and taken out again by the practice, and by nobody else', async () => {
    const { world, home, animalId, vet } = await ground()
    await vet('2026-05-02', '09:00')
    await vet('2026-05-14', '10:00', 'Boosters')
    await vet('2026-05-20')
    const rows = await vetVisitsOf(world.boss, animalId)
    expect(rows.map(({ day, at, words }) => [day.toString(), at, words])).toEqual([
      ['2026-05-20', null, ''],
      ['2026-05-14', '10:00', 'Boosters'],
      ['2026-05-02', '09:00', ''],
    ])
    const ahead = async () => (await animalOverview(world.boss, animalId, now)).vetVisits
    expect((await ahead()).map(({ day }) => day.toString())).toEqual(['2026-05-14', '2026-05-20'])
    const id = rows[0]?.id ?? ''
    const stranger = (await makeWorld()).boss
    await expect(removeVetVisit(stranger, { id })).rejects.toThrow(NotFound)
    await expect(removeVetVisit(home.guardian, { id })).rejects.toThrow(NotFound)
    expect(await vetVisitsOf(home.guardian, animalId)).toEqual([])
    expect(await removeVetVisit(world.boss, { id })).toMatchObject({ ok: true })
    expect(await ahead()).toHaveLength(1)
  })

  it('refuse no day but what is none, and no time but what is none', () => {
    const animalId = '0198a1b0-0000-7000-8000-000000000000'
    expect(vetVisitSchema.safeParse({ animalId, day: '2026-05-14', at: '25:00' }).success).toBe(false)
    expect(vetVisitSchema.safeParse({ animalId, day: '2026-02-30' }).success).toBe(false)
    expect(vetVisitSchema.safeParse({ animalId, day: '2026-05-14' }).success).toBe(true)
  })
})

describe('a training visit near one', () => {
  it('is warned of when it is booked and moved, and stands with a reason', async () => {
    const { world, vet, book } = await ground()
    await vet('2026-05-14', '10:00')
    const near = await book('2026-05-15')
    expect(near).toMatchObject({ ok: false, reason: 'visit.refused.sayWhy' })
    expect(near.ok ? '' : near.values?.list).toBe(says)
    expect(await book('2026-05-15', { anyway: 'Only a nail trim' })).toMatchObject({ ok: true })
    const far = await book('2026-05-18')
    if (!far.ok) throw new Error(far.reason)
    const id = far.value.visitId
    const page = await movePage(world.boss, id, { day: '2026-05-13', time: '14:00' }, now)
    expect(page.preview).toMatchObject({ against: [says] })
    const to = { id, version: 1, day: '2026-05-13', time: '14:00' }
    expect(await moveVisit(world.boss, to, now)).toMatchObject({ reason: 'visit.refused.sayWhy' })
    expect(await moveVisit(world.boss, { ...to, anyway: 'He liked it' }, now)).toMatchObject({ ok: true })
  })

  it('is warned of where times are offered, until it is taken out', async () => {
    const { world, home, animalId, vet } = await ground()
    await vet('2026-05-12')
    const offered = async () =>
      (await bookingForm(world.boss, home.clientId, {}, now, now)).offers.map(({ detail }) => detail)
    expect(
      (await offered()).every((detail) => detail?.includes('Moth’s vet visit, Tue 12 May, is too near')),
    ).toBe(true)
    const [row] = await vetVisitsOf(world.boss, animalId)
    await removeVetVisit(world.boss, { id: row?.id ?? '' })
    expect((await offered()).some((detail) => detail?.includes('vet visit'))).toBe(false)
  })
})
