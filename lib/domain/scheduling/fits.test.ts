import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { bestOf, earliestOf, nearestTo } from './choose'
import { findSlots } from './find-slots'
import { fits } from './fits'
import { askedOf, at, consultantWith, nineToFive, office, spotAt, visitAt, wallsOf } from './testing/practice'

const day = '2026-05-14'
const why = (asked: ReturnType<typeof askedOf>, wall: string) => {
  const [consultant] = asked.consultants
  return consultant ? fits(asked, consultant, at(wall)).misfits : []
}

describe('a day with one visit', () => {
  const morning = consultantWith([visitAt(`${day}T10:00`, 60, spotAt(42), { id: 'miso' })])

  it('tells the facts of the sentence: 22 minutes from the visit before, 8 to spare, no more driving', () => {
    const slots = findSlots(askedOf(morning))
    expect(wallsOf(earliestOf(slots, 0, 3))).toEqual(['11:30', '11:45', '12:00'])
    expect(earliestOf(slots, 0, 1)[0]).toMatchObject({
      ...{ before: 'miso', after: null, from: '42 min', spare: 8, spareAfter: null, added: 0 },
      ...{
        there: { minutes: 22 },
        onward: { minutes: 20 },
        leaves: at(`${day}T11:08`),
      },
    })
  })

  it('names what is in the way', () => {
    expect(why(askedOf(morning), `${day}T09:00`)).toEqual([
      { why: 'driveBefore', from: null, minutes: 20, short: 20 },
      { why: 'driveAfter', to: 'miso', minutes: 22, short: 22 },
    ])
    expect(why(askedOf(morning), `${day}T10:30`)).toContainEqual({ why: 'overlap', with: 'miso' })
    expect(why(askedOf(morning), `${day}T11:10`)).toEqual([
      { why: 'driveBefore', from: 'miso', minutes: 22, short: 12 },
    ])
    expect(why(askedOf(morning), `${day}T15:50`)).toEqual([
      { why: 'driveAfter', to: null, minutes: 20, short: 10 },
    ])
    expect(why(askedOf(morning), `${day}T17:30`)).toEqual([
      { why: 'hours', from: at(`${day}T09:00`), until: at(`${day}T17:00`) },
    ])
  })

  it('keeps set-up and wrap-up, a call in between, and the drive after it', () => {
    const call = visitAt(`${day}T12:00`, 30, null, { id: 'call' })
    const home = visitAt(`${day}T13:00`, 60, spotAt(50), { id: 'home', setUp: 5 })
    const asked = askedOf(consultantWith([call, home]))
    expect(why(asked, `${day}T10:58`)).toEqual([{ why: 'driveAfter', to: 'call', minutes: 30, short: 3 }])
    expect(why(asked, `${day}T10:55`)).toEqual([])
    const ready = { ...asked.wanted, setUp: 10, wrapUp: 15 }
    const later = askedOf(consultantWith([home]), { wanted: ready })
    expect(why(later, `${day}T09:29`)).toMatchObject([{ why: 'driveBefore', short: 1 }])
    expect(why(later, `${day}T11:11`)).toMatchObject([{ why: 'driveAfter', short: 1 }])
    expect(why(later, `${day}T11:10`)).toEqual([])
  })
})

describe('breaks, time off, closings and rules', () => {
  it('lets a drive pause for a break, and nothing else', () => {
    const hours = { ...nineToFive, breaks: [{ start: '12:00', end: '13:00' }] }
    const asked = askedOf(consultantWith([visitAt(`${day}T10:50`, 60, spotAt(40))], hours))
    expect(wallsOf(earliestOf(findSlots(asked), 0, 9))).toEqual(
      ['09:30', '13:15', '13:30'].concat(['13:45', '14:00', '14:15', '14:30', '14:45', '15:00']),
    )
    expect(why(asked, `${day}T13:10`)).toEqual([])
    expect(why(asked, `${day}T12:40`).map((one) => one.why)).toEqual(['break', 'driveBefore'])
  })

  it('knows closing days, holidays somebody works, days off and time off', () => {
    const date = Temporal.PlainDate.from(day)
    const closed = (kind: 'closed' | 'holiday') => ({ closings: [{ day: date, kind, name: 'Ascension' }] })
    const plain = consultantWith()
    const works = { ...plain.working, exceptions: [{ day: date, hours: nineToFive }] }
    const onHoliday = { ...plain, working: works }
    expect(why(askedOf(plain, closed('holiday')), `${day}T10:00`)).toEqual([
      { why: 'closed', name: 'Ascension' },
    ])
    expect(why(askedOf(onHoliday, closed('holiday')), `${day}T10:00`)).toEqual([])
    expect(why(askedOf(onHoliday, closed('closed')), `${day}T10:00`)).toMatchObject([{ why: 'closed' }])
    const off = { ...works, exceptions: [{ day: date, hours: null }] }
    expect(why(askedOf({ ...plain, working: off }), `${day}T10:00`)).toEqual([{ why: 'dayOff' }])
    const dentist = {
      from: date.toPlainDateTime('09:00'),
      until: date.toPlainDateTime('11:00'),
    }
    const away = { ...plain, working: { ...plain.working, timeOff: [dentist] } }
    expect(why(askedOf(away), `${day}T10:30`).map((one) => one.why)).toEqual(['timeOff', 'driveBefore'])
    expect(wallsOf(earliestOf(findSlots(askedOf(away)), 0, 1))).toEqual(['11:30'])
  })

  it('keeps notice, horizon and the longest drive of the service', () => {
    const now = at(`${day}T08:00`)
    const asked = askedOf(consultantWith(), { now, rules: { notice: 4, horizon: 0, grid: 15 } })
    expect(why(asked, `${day}T11:59`)).toEqual([{ why: 'notice', earliest: at(`${day}T12:00`) }])
    expect(why(asked, '2026-05-15T12:00')).toEqual([{ why: 'horizon', until: at('2026-05-15T00:00') }])
    const near = { ...asked, wanted: { ...asked.wanted, maxDrive: 19 } }
    expect(why(near, `${day}T12:00`)).toEqual([{ why: 'maxDrive', minutes: 20, most: 19 }])
    expect(findSlots(near)).toEqual([])
  })

  it('tells an override what it would block, on a day off too', () => {
    const off = { ...consultantWith(), working: { weekly: {}, exceptions: [], timeOff: [] } }
    const { slot } = fits(askedOf(off), off, at(`${day}T10:00`))
    expect(slot).toMatchObject({
      added: 40,
      blocked: { from: at(`${day}T09:40`), until: at(`${day}T11:00`) },
    })
  })
})

describe('choosing among slots', () => {
  const near = consultantWith([visitAt(`${day}T10:00`, 60, spotAt(18))])
  const far = { ...consultantWith(), id: 'ewan' }
  const slots = findSlots(askedOf(near, { consultants: [far, near] }))

  it('spaces what it offers', () => {
    expect(wallsOf(bestOf(slots, 60, 2))).toEqual(['11:15', '12:15'])
    expect(wallsOf(nearestTo(slots, at(`${day}T12:20`), 30, 3))).toEqual(['12:15', '12:45', '11:45'])
  })

  it('adds nothing for a call and does not drive to it', () => {
    const call = { ...askedOf(near).wanted, spot: null }
    const [first] = earliestOf(findSlots(askedOf(near, { wanted: call })), 0, 1)
    expect(first).toMatchObject({ added: 0, leaves: at(`${day}T11:00`), there: { source: 'none' } })
    expect(office.id).toBe('0 min')
  })
})
