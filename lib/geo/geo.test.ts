import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { geocode } from './geocoder'
import { routeTable } from './osrm'

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void

let server: http.Server
let handle: Handler
let asked: string[]
let clock = Temporal.Instant.from('2026-05-14T08:00:00Z')

/** Each test asks a server of its own, an hour after the one before. */
beforeEach(async () => {
  clock = clock.add({ hours: 1 })
  asked = []
  server = http.createServer((request, response) => {
    asked.push(request.url ?? '')
    handle(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  vi.stubEnv('OSRM_URL', `http://127.0.0.1:${port}/osrm`)
  vi.stubEnv('GEOCODER_URL', `http://127.0.0.1:${port}`)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

const says = (body: string, status = 200): Handler => {
  return (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}
const [a, b] = [
  { lat: 55.95, lng: -3.19 },
  { lat: 55.97, lng: -3.17 },
]
const ways = () => routeTable([a], [b, a], clock)

describe('a route server', () => {
  test('is asked once for a whole table, longitude first, below its own address', async () => {
    handle = says(JSON.stringify({ code: 'Ok', durations: [[600, null]], distances: [[4200, null]] }))
    expect(await ways()).toEqual([[{ minutes: 10, kilometres: 4.2 }, null]])
    expect(asked).toEqual([
      '/osrm/table/v1/driving/-3.19000,55.95000;-3.17000,55.97000;-3.19000,55.95000' +
        '?sources=0&destinations=1%3B2&annotations=duration%2Cdistance',
    ])
  })

  const nonsense: Record<string, Handler> = {
    garbage: says('<html>'),
    'half a body': says('{"code":"Ok","durations":[[6'),
    'another shape': says(JSON.stringify({ code: 'Ok', durations: 'none' })),
    'too small a table': says(JSON.stringify({ code: 'Ok', durations: [[1]] })),
    'negative times': says(JSON.stringify({ code: 'Ok', durations: [[-5, 3]] })),
    'no route': says(JSON.stringify({ code: 'NoTable' }), 400),
    'an error': says('', 500),
    'a body without end': (_request, response) => {
      response.writeHead(200)
      const more = () => {
        while (response.write(' '.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    },
    'a closed door': (request) => void request.socket.destroy(),
  }
  test.each(Object.entries(nonsense))('that answers with %s has not answered', async (_what, handler) => {
    handle = handler
    expect(await ways()).toBeNull()
  })

  test('that sends elsewhere is not followed', async () => {
    const elsewhere: string[] = []
    const other = http.createServer((request, response) => {
      elsewhere.push(request.url ?? '')
      response.end('{}')
    })
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const { port } = other.address() as AddressInfo
    handle = (_request, response) =>
      void response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end()
    expect(await ways()).toBeNull()
    expect(elsewhere).toEqual([])
    other.close()
  })

  test('that is silent is given up after a second and a half, and left alone after three times', async () => {
    handle = () => undefined
    const before = performance.now()
    for (let n = 0; n < 3; n++) expect(await ways()).toBeNull()
    expect(performance.now() - before).toBeLessThan(3 * 1_500 + 1_500)
    expect(await ways()).toBeNull()
    expect(asked).toHaveLength(3)
    clock = clock.add({ minutes: 2 })
    handle = says(JSON.stringify({ code: 'Ok', durations: [[60, 60]] }))
    expect(await ways()).toEqual([
      [
        { minutes: 1, kilometres: null },
        { minutes: 1, kilometres: null },
      ],
    ])
  })
})

describe('a geocoder', () => {
  test('finds a house, and says where it only found the town', async () => {
    handle = says('[{"lat":"55.95","lon":"-3.19","place_rank":30}]')
    expect(await geocode('Kiln Row 9, Edinburgh', clock)).toEqual({ lat: 55.95, lng: -3.19, rough: false })
    expect(asked).toEqual(['/search?q=Kiln+Row+9%2C+Edinburgh&format=jsonv2&limit=1'])
    clock = clock.add({ seconds: 2 })
    handle = says('[{"lat":"55.95","lon":"-3.19","place_rank":16}]')
    expect(await geocode('Edinburgh', clock)).toMatchObject({ rough: true })
  })

  test('that knows nothing says so; one that talks nonsense has not answered', async () => {
    handle = says('[]')
    expect(await geocode('Nowhere 1', clock)).toBeNull()
    clock = clock.add({ seconds: 2 })
    handle = says('[{"lat":"155.95","lon":"x"}]')
    expect(await geocode('Nowhere 2', clock)).toBeUndefined()
  })

  test('is asked once a second, and whoever would wait too long is told at once', async () => {
    handle = says('[]')
    const before = performance.now()
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => geocode(`Street ${n}`, clock)))
    expect(answers.filter((one) => one === undefined)).toHaveLength(3)
    expect(performance.now() - before).toBeGreaterThan(3_900)
    expect(asked).toHaveLength(5)
  })
})

describe('without the variables', () => {
  test('nothing is asked of anybody', async () => {
    vi.stubEnv('OSRM_URL', '')
    vi.stubEnv('GEOCODER_URL', ' ')
    const fetched = vi.spyOn(globalThis, 'fetch')
    expect(await ways()).toBeNull()
    expect(await geocode('Kiln Row 9', clock)).toBeUndefined()
    expect(fetched).not.toHaveBeenCalled()
  })

  test.each([
    'ftp://maps.example',
    'http://user:pass@maps.example',
    'maps.example',
    'http://maps.example/?q=',
  ])('%s is refused by name', async (address) => {
    vi.stubEnv('OSRM_URL', address)
    await expect(ways()).rejects.toThrow('OSRM_URL')
  })
})
