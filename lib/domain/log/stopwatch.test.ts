import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksAfterSec, isPerhapsForgotten, shownAt, started, stoppedAt, wentOn } from './stopwatch'

const noon = 1_800_000_000_000
const after = (seconds: number) => noon + seconds * 1000

test('it goes by the clock of the device, over a locked screen and a killed page', () => {
  const kept: unknown = JSON.parse(JSON.stringify(shownAt(started(noon), after(3))))
  const again = wentOn(kept, after(247))
  expect(again).toEqual({ began: noon, seen: 247, running: true })
  expect(stoppedAt(started(noon), after(90.9))).toEqual({ began: noon, seen: 90, running: false })
  expect(wentOn(stoppedAt(started(noon), after(90)), after(600))).toMatchObject({ seen: 90 })
})

test('it never counts backwards, whatever the clock is set to', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -90_000, max: 90_000 })), (clock) => {
      let watch = started(noon)
      for (const at of clock) {
        const before = watch.seen
        watch = shownAt(watch, after(at))
        expect(watch.seen).toBeGreaterThanOrEqual(before)
      }
    }),
  )
})

test('over an hour it asks; a day that nobody stopped, one of before and nonsense are forgotten', () => {
  const at = (seconds: number) => shownAt(started(noon), after(seconds))
  expect(isPerhapsForgotten(at(asksAfterSec - 1))).toBe(false)
  expect(isPerhapsForgotten(at(asksAfterSec))).toBe(true)
  expect(isPerhapsForgotten(stoppedAt(started(noon), after(asksAfterSec)))).toBe(false)
  expect(wentOn(started(noon), after(24 * 3600))).toBeNull()
  expect(wentOn(stoppedAt(started(noon), after(60)), after(3 * 3600))).toBeNull()
  for (const kept of [null, 3, {}, { began: 'x', seen: 0, running: true }, { began: 1.5, seen: 0 }])
    expect(wentOn(kept, noon)).toBeNull()
})
