import { Phone, Tab } from '@/components/offline/testing/phone'
import { expect, test, vi } from 'vitest'
import type { Known } from '@/lib/domain/observation/live/known'
import type { OnDevice } from './device-taps'
import type { Watch } from './tap-book'

const owner = { practiceId: 'practice', userId: 'jonas' }
const at = { visitId: 'v', animalId: 'moth', observationId: 'o' }
const tap = (counter: number) => ({
  ...{ id: `t${counter}`, device: 'phone', counter, at: counter, what: 'recovered' as const },
})
const ids = (watch: Watch | undefined) => watch?.events.map(({ id }) => id)

/** A tab of that phone, with scripts of its own, on the page of the visit's animals. */
async function opened(phone: Phone, { offline = false, begun = [] as Known[] } = {}) {
  vi.resetModules()
  const tab = new Tab(phone)
  const told: OnDevice[] = []
  const stop = new AbortController()
  return tab.run(async () => {
    const { tapsOnDevice } = await import('./device-taps')
    const here = await import('@/components/offline/watched-here')
    const options = { owner, visitId: at.visitId, begun, offline }
    const device = await tapsOnDevice(options, (state) => told.push(state), stop.signal)
    if (!device) throw new Error('it keeps nothing')
    const keep = (...counters: number[]) => tab.run(() => device.keep({ ...at, events: counters.map(tap) }))
    return { tab, stop, told, keep, begun: device.begun, run: tab.run.bind(tab), here }
  })
}
const silent = () => new Phone(() => new Promise(() => undefined))

test('a killed tab goes on where it was, without the server', async () => {
  const phone = silent()
  phone.online = false
  const first = await opened(phone, { offline: true })
  expect(first.begun).toEqual({})
  await first.keep(1, 2)
  await first.keep(3)
  expect(first.told.at(-1)).toEqual({ waiting: 3, refused: 0, tried: false, signedOut: false, along: true })
  first.tab.kill()

  const again = await opened(phone, { offline: true })
  expect(ids(again.begun.moth)).toEqual(['t1', 't2', 't3'])
  expect(again.told.at(-1)).toMatchObject({ waiting: 3 })
  await again.run(() => again.here.remember(owner, at.visitId, [{ ...at, events: [], recorded: true }]))
  again.tab.kill()
  expect((await opened(phone, { offline: true })).begun).toEqual({})
})

test('what was sent is still known at a home that was taken along, and nowhere else', async () => {
  const phone = new Phone(() => Promise.resolve(Response.json({ state: 'saved' })))
  const elsewhere = await opened(phone)
  await elsewhere.keep(1)
  await vi.waitFor(() => expect(elsewhere.told.at(-1)).toMatchObject({ waiting: 0, along: false }))
  elsewhere.tab.kill()
  const along = await opened(phone, { offline: true })
  expect(along.begun).toEqual({})
  await along.keep(2)
  await vi.waitFor(() => expect(along.told.at(-1)).toMatchObject({ waiting: 0, along: true }))
  along.tab.kill()
  const again = await opened(phone, { offline: true })
  expect(ids(again.begun.moth)).toEqual(['t2'])
  again.tab.kill()
  // A page of the server that names it no more: it was made a session elsewhere.
  ;(await opened(phone)).tab.kill()
  expect((await opened(phone, { offline: true })).begun).toEqual({})
})

test('a page of the server goes on with what was tapped last, there or here, and what waits here stays open', async () => {
  const phone = silent()
  phone.online = false
  await (await opened(phone, { offline: true })).keep(1)
  const begun = [{ ...at, observationId: 'later', events: [tap(9)], recorded: false }]
  const page = await opened(phone, { begun })
  expect(page.begun.moth?.observationId).toBe('later')
  const known = await page.run(() => page.here.watchedHere(owner, at.visitId))
  expect(known.map(({ observationId, recorded }) => [observationId, recorded])).toEqual([
    ['o', false],
    ['later', false],
  ])
})
