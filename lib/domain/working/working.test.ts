import { describe, expect, it, test } from 'vitest'
import { closingListSchema, closingOfLine } from './closings'
import { timeOffSchema, weekSchema } from './schema'

const memberId = '0b2a8a52-6a1e-4f6e-9d3c-2f1f1c1f1c1f'
const day = (more: object = {}) => ({
  ...{ works: 'on', start: '09:00', end: '17:00', startPlace: 'office', endPlace: 'home', ...more },
})
const week = (monday: object, rest: object = {}, more: object = {}) => {
  const days = [monday, rest, rest, rest, rest, rest, rest]
  return weekSchema.safeParse({ memberId, version: '0', home: '', days, ...more })
}
const errorsOf = (result: ReturnType<typeof week>) =>
  result.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

describe('a week as it is typed', () => {
  it('leaves out days that are not worked, whatever stands in their fields', () => {
    expect(week(day(), { start: '25:00', breaks: 'x' }).data?.days).toEqual({
      1: { start: '09:00', end: '17:00', startPlace: 'office', endPlace: 'home', breaks: [] },
    })
  })

  test.each([
    [day({ start: '' }), ['days.0.start required']],
    [day({ end: '08:00' }), ['days.0.end endBeforeStart']],
    [day({ start: '9 am' }), ['days.0.start notATime']],
    [
      day({
        breaks: [
          { start: '', end: '' },
          { start: '08:00', end: '09:30' },
        ],
      }),
      ['days.0.breaks.1.start breakOutsideHours'],
    ],
    [day({ breaks: [{ start: '12:00', end: '11:00' }] }), ['days.0.breaks.0.end endBeforeStart']],
    [day({ breaks: [{ start: '12:00', end: '' }] }), ['days.0.breaks.0.end required']],
    [
      day({
        breaks: [
          { start: '12:00', end: '13:00' },
          { start: '12:30', end: '14:00' },
        ],
      }),
      ['days.0.breaks.1.start breaksOverlap'],
    ],
  ])('says at the field what is wrong: %j', (monday, errors) =>
    expect(errorsOf(week(monday))).toEqual(errors),
  )

  it('gives Tuesday to Friday Monday’s hours where that button was pressed', () => {
    const { data } = week(day({ start: '07:15' }), { works: undefined }, { copy: 'monday' })
    expect(Object.keys(data?.days ?? {})).toEqual(['1', '2', '3', '4', '5'])
    expect(data?.days[4]?.start).toBe('07:15')
  })
})

describe('time off', () => {
  const off = (more: object) => timeOffSchema.safeParse({ memberId, firstDay: '2026-05-14', ...more })
  it('is whole days without times, the last included', () => {
    expect(off({ lastDay: '2026-05-15' }).data).toMatchObject({
      from: expect.objectContaining({}) as unknown,
    })
    const { from, until } = off({ lastDay: '2026-05-15' }).data ?? {}
    expect([from, until].map(String)).toEqual(['2026-05-14T00:00:00', '2026-05-16T00:00:00'])
    expect(String(off({ firstTime: '13:00' }).data?.until)).toBe('2026-05-15T00:00:00')
  })
  it('ends after it begins, and not years later', () => {
    expect(off({ lastDay: '2026-05-13' }).error?.issues[0]).toMatchObject({ path: ['lastDay'] })
    expect(off({ firstTime: '13:00', lastTime: '12:00' }).error?.issues[0]).toMatchObject({
      path: ['lastTime'],
    })
    expect(off({ lastDay: '2036-05-13' }).error?.issues[0]).toMatchObject({ message: 'outOfRange' })
  })
})

describe('a line of a pasted list', () => {
  test.each([
    ['2026-12-25 Christmas Day', '2026-12-25', '2026-12-25', 'Christmas Day'],
    ['25.12.2026: Weihnachten', '2026-12-25', '2026-12-25', 'Weihnachten'],
    ['- 5/4/2026, Ostern 🐣', '2026-04-05', '2026-04-05', 'Ostern 🐣'],
    ['24 December 2026 – 2 Jan 2027 Winter break', '2026-12-24', '2027-01-02', 'Winter break'],
    ['2026-07-01 to 2026-07-14; Summer', '2026-07-01', '2026-07-14', 'Summer'],
  ])('%s', (line, first, last, name) => {
    const read = closingOfLine(line)
    expect([String(read?.firstDay), String(read?.lastDay), read?.name]).toEqual([first, last, name])
  })
  test.each([
    'Christmas',
    '2026-12-25',
    '2026-02-30 Nothing',
    '31.12.2026 - 01.12.2026 Backwards',
    '25 Foo 2026 x',
  ])('cannot be read: %s', (line) => expect(closingOfLine(line)).toBeNull())
  it('comes with at most a hundred others', () => {
    const list = Array.from({ length: 101 }, () => '2026-12-25 x').join('\n')
    expect(closingListSchema.safeParse({ kind: 'closed', list }).success).toBe(false)
  })
})
