import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { placeFrom, writeCoordinates } from './coordinates'

const close = (lat: number, lng: number) => ({ lat: expect.closeTo(lat, 4), lng: expect.closeTo(lng, 4) })

describe('a place as people paste it', () => {
  test.each([
    '55.9533, -3.1883',
    '55.9533,-3.1883',
    '  55.9533   -3.1883 ',
    '55.9533; -3.1883',
    '(55.9533, -3.1883)',
    '55.9533°, −3.1883°',
    '55,9533 -3,1883',
    '55,9533; -3,1883',
    '55,9533, -3,1883',
    '55.9533N 3.1883W',
    'N 55.9533, W 3.1883',
    'N55° 57.198 W3° 11.298',
    `55°57'11.9"N 3°11'17.9"W`,
    '55° 57′ 11.9″ N, 3° 11′ 17.9″ W',
    '55 57 11.9 N 3 11 17.9 W',
    '55º57’11,9”N; 3º11’17,9”W',
    'geo:55.9533,-3.1883',
    'geo:55.9533,-3.1883;u=35',
    'geo:0,0?q=55.9533,-3.1883(Moth)',
    'https://www.google.com/maps/place/Somewhere/@55.9,-3.1,17z/data=!3m1!4b1!4m6!3m5!8m2!3d55.9533!4d-3.1883!16s',
    'https://www.google.com/maps/@55.9533,-3.1883,15z',
    'https://www.google.com/maps/search/55.9533,+-3.1883?entry=tts',
    'https://www.google.co.uk/maps?q=55.9533,-3.1883&z=17',
    'https://www.google.com/maps/search/?api=1&query=55.9533%2C-3.1883',
    'https://www.google.com/maps/dir//55.9533,-3.1883/@55.9,-3.2,13z',
    'https://maps.google.com/?q=loc:55.9533,-3.1883',
    'https://maps.apple.com/?ll=55.9533,-3.1883&q=Home',
    'https://maps.apple.com/place?coordinate=55.9533,-3.1883&name=Home',
    'https://www.openstreetmap.org/?mlat=55.9533&mlon=-3.1883#map=17/55.9/-3.1',
    'https://www.openstreetmap.org/#map=17/55.9533/-3.1883',
    'https://www.bing.com/maps?cp=55.9533~-3.1883&lvl=16',
    'https://waze.com/ul?ll=55.9533,-3.1883&navigate=yes',
  ])('%s', (text) => expect(placeFrom(text)).toEqual(close(55.9533, -3.1883)))

  test.each([
    ['47 15', 47, 15],
    ['-33.86; 151.2', -33.86, 151.2],
    ['33°51′36″S 151°12′E', -33.86, 151.2],
    ['47°4′12″N 15°25′48″O', 47.07, 15.43],
  ])('%s', (text, lat, lng) => expect(placeFrom(text)).toEqual(close(lat, lng)))

  test.each([
    ['', 'notAPlace'],
    ['Kiln Row 9, Graz', 'notAPlace'],
    ['47.07', 'notAPlace'],
    ['47.07, 15.43, 300', 'notAPlace'],
    ['https://example.org/', 'notAPlace'],
    ['javascript:alert(1)', 'notAPlace'],
    [`55°60'00"N 3°11'17"W`, 'notAPlace'],
    ['geo:here', 'notAPlace'],
    ['https://maps.apple.com/?q=Caf%E9', 'notAPlace'],
    ['https://www.google.com/maps/%E0%A4%A', 'notAPlace'],
    ['95.5, 3', 'notOnEarth'],
    ['-3.1883, 555.95', 'notOnEarth'],
    ['geo:91,0', 'notOnEarth'],
    ['https://maps.apple.com/?ll=55,190', 'notOnEarth'],
    ['https://maps.app.goo.gl/AbCdEf123', 'shortLink'],
    ['https://goo.gl/maps/AbCdEf', 'shortLink'],
  ])('refuses %s', (text, reason) => expect(placeFrom(text)).toBe(reason))

  const degree = (most: number) =>
    fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((micro) => micro / 1e6)

  it('reads back what it wrote, in every form, for every place on earth', () => {
    fc.assert(
      fc.property(degree(90), degree(180), (lat, lng) => {
        const written = writeCoordinates(lat, lng)
        const there = { lat: expect.closeTo(lat, 5), lng: expect.closeTo(lng, 5) }
        const packed = written.replace(' ', '')
        for (const text of [
          written,
          `geo:${packed}`,
          `https://maps.apple.com/?ll=${packed}`,
          `https://www.google.com/maps/@${packed},17z`,
          inSexagesimal(lat, 'N', 'S') + ' ' + inSexagesimal(lng, 'E', 'W'),
        ])
          expect(placeFrom(text), text).toEqual(there)
      }),
    )
  })

  it('never answers with a place that is not on earth, and never throws, whatever is pasted', () => {
    const links = fc
      .tuple(fc.constantFrom('https://maps.apple.com/?ll=', 'geo:', 'https://x.y/@', ''), fc.string())
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 3000 }), links), (text) => {
        const read = placeFrom(text)
        if (typeof read === 'string') return
        expect(Math.abs(read.lat)).toBeLessThanOrEqual(90)
        expect(Math.abs(read.lng)).toBeLessThanOrEqual(180)
      }),
      { numRuns: 2000 },
    )
  })

  it('answers quickly to what was made to be slow', () => {
    expect(placeFrom(`${'1 '.repeat(900)}N`)).toBe('notAPlace')
    expect(placeFrom(`${'9'.repeat(1900)}`)).toBe('notAPlace')
  })
})

function inSexagesimal(degrees: number, plus: string, minus: string): string {
  const tenths = Math.round(Math.abs(degrees) * 3600 * 1000)
  const [d, m, s] = [
    Math.floor(tenths / 3_600_000),
    Math.floor(tenths / 60_000) % 60,
    (tenths % 60_000) / 1000,
  ]
  return `${d}°${m}'${s}"${degrees < 0 ? minus : plus}`
}
