import type { Temporal } from 'temporal-polyfill'
import { closePractice } from '@/lib/data/closing-day'
import { chooseCurrency, editService, serviceOf } from '@/lib/data/service'
import { addTimeOff, saveWeek } from '@/lib/data/working-time'
import type { DayHours } from '@/lib/domain/scheduling/working-time'
import { editServiceSchema } from '@/lib/domain/service/schema'
import { serviceFields } from '@/lib/domain/service/service'
import { dayOf } from '@/lib/domain/time/time'
import { timeOffSchema } from '@/lib/domain/working/schema'
import { must, type StoryClock } from './clock'
import type { Practice } from './practice'
import { zone, type ServiceKey } from './story'

const usual: DayHours = {
  ...{ start: '08:00', end: '19:30', startPlace: 'office', endPlace: 'office' },
  breaks: [{ start: '12:45', end: '13:05' }],
}

const asked: Record<ServiceKey, Record<string, string>> = {
  first: {
    ...{ price: '145', priceShown: 'on', mark: 'hexagon', wrapupMinutes: '5', noticeHours: '48' },
    preparation:
      'Nothing needs tidying. Please note what your cat did this week that surprised you, and keep its door open.',
  },
  visit: {
    ...{ price: '85', priceShown: 'on', mark: 'circle', noticeHours: '24', ownerMayBook: 'on' },
    preparation:
      'Please skip the meal before we come: a little hungry is just right. Harness and treats at hand.',
  },
  call: { ...{ price: '40', priceShown: 'on', mark: 'diamond', noticeHours: '4', ownerMayBook: 'on' } },
}

/** When the consultants work, what their visits ask for, a closing day and a time off that lie ahead. */
export async function keepsHours(
  practice: Practice,
  clock: StoryClock,
  at: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  const { mairi, jonas } = practice.staff
  const thursday: DayHours = { ...usual, startPlace: 'home' }
  const saturday: DayHours = { ...usual, startPlace: 'anywhere', endPlace: 'home' }
  const home = { lat: 55.9426, lng: -3.1921 }
  await clock.at(at, mairi, async () => {
    const days = { 1: usual, 2: usual, 3: usual, 4: thursday, 5: usual, 6: saturday }
    must(await saveWeek(mairi, { memberId: mairi.memberId, version: 0, home, days }), 'Mairi’s week')
    must(await chooseCurrency(mairi, { currency: 'GBP' }), 'the currency')
    for (const [key, more] of Object.entries(asked)) {
      const kept = await serviceOf(mairi, practice.services[key as ServiceKey])
      const form = { ...serviceFields(kept), id: kept.id, version: kept.version, ...more }
      must(await editService(mairi, editServiceSchema.parse(form)), kept.name)
    }
    const day = dayOf(now, zone).add({ days: 40 })
    const closing = { firstDay: day, lastDay: day, kind: 'closed', name: 'Course in Stirling' } as const
    must(await closePractice(mairi, closing), 'the closing day')
  })
  await clock.at(at.add({ minutes: 5 }), jonas, async () => {
    const { memberId } = jonas
    const days = { 1: usual, 2: usual, 3: usual, 4: usual, 5: usual, 6: usual }
    must(await saveWeek(jonas, { memberId, version: 0, home: null, days }), 'Jonas’s week')
    const firstDay = dayOf(now, zone).add({ days: 47 })
    const form = {
      memberId,
      firstDay: String(firstDay),
      lastDay: String(firstDay.add({ days: 6 })),
      reason: 'Graz',
    }
    must(await addTimeOff(jonas, timeOffSchema.parse(form)), 'Jonas’s holiday')
  })
}
