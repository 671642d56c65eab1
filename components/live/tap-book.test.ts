import { beforeEach, describe, expect, it, vi } from 'vitest'
import { tapBook, type Batch, type Sent } from './tap-book'

const [moth, ivo] = ['moth', 'ivo']

describe('the book of taps', () => {
  beforeEach(() => void vi.useFakeTimers())

  const opened = (answer: (batch: Batch, last: boolean) => Promise<Sent>) => {
    const posted: { batch: Batch; last: boolean }[] = []
    let made = 0
    const book = tapBook({
      ...{ visitId: 'v', begun: {}, device: () => 'phone', clock: () => 1000, makeId: () => `id${++made}` },
      post: (batch, last) => {
        posted.push({ batch, last })
        return answer(batch, last)
      },
    })
    book.begin({})
    const whats = () => posted.map(({ batch }) => batch.events.map(({ what }) => what).join(' '))
    return { book, posted, whats }
  }

  it('sends the first tap at once, and what was tapped meanwhile together', async () => {
    const { book, whats } = opened(() => Promise.resolve('saved'))
    book.tap(moth, { what: 'start' })
    book.tap(moth, { what: 'recovered' })
    book.tap(ivo, { what: 'start' })
    book.tap(moth, { what: 'body', level: 1 })
    expect(book.read().unsaved).toBe(4)
    await vi.runAllTimersAsync()
    expect(whats()).toEqual(['start', 'recovered body', 'start'])
    expect(book.read()).toMatchObject({ unsaved: 0, trouble: null })
  })

  it('keeps what did not arrive and sends it again, in order, with what came after', async () => {
    let signal = false
    const { book, whats } = opened(() =>
      signal ? Promise.resolve('saved') : Promise.reject(new Error('off')),
    )
    book.tap(moth, { what: 'start' })
    await vi.advanceTimersByTimeAsync(10)
    book.tap(moth, { what: 'recovered' })
    expect(book.read()).toMatchObject({ unsaved: 2, trouble: 'later' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(book.read().unsaved).toBe(2)
    signal = true
    book.wake()
    await vi.advanceTimersByTimeAsync(10)
    expect(whats().at(-1)).toBe('start recovered')
    expect(book.read()).toMatchObject({ unsaved: 0, trouble: null })
  })

  it('says what was refused and goes on with the rest', async () => {
    const { book } = opened(({ animalId }) => Promise.resolve(animalId === moth ? 'refused' : 'saved'))
    book.tap(moth, { what: 'start' })
    book.tap(ivo, { what: 'start' })
    await vi.runAllTimersAsync()
    expect(book.read()).toMatchObject({ unsaved: 0, refused: 1 })
  })

  it('sends everything once more where the page is left, also what is on its way', () => {
    const { book, posted } = opened(() => new Promise(() => undefined))
    book.tap(moth, { what: 'start' })
    book.tap(ivo, { what: 'start' })
    book.leave()
    expect(posted.filter(({ last }) => last).map(({ batch }) => batch.animalId)).toEqual([moth, ivo])
  })

  it('hands every tap to a device that keeps, and straight on where that cannot', async () => {
    const { book, posted } = opened(() => Promise.resolve('saved'))
    const kept: string[] = []
    let full = false
    book.begin({}, ({ events }) => {
      if (full) return Promise.reject(new Error('full'))
      kept.push(events.map(({ what }) => what).join(' '))
      return Promise.resolve()
    })
    book.tap(moth, { what: 'start' })
    await vi.runAllTimersAsync()
    full = true
    book.tap(moth, { what: 'recovered' })
    await vi.runAllTimersAsync()
    expect([kept, posted.length, book.read().unsaved]).toEqual([['start'], 1, 0])
  })

  it('goes on with what was begun here, also with what was tapped before that was known', async () => {
    const { book, whats, posted } = opened(() => Promise.resolve('saved'))
    const begun = { id: 'b1', device: 'phone', counter: 0, at: 500, what: 'start' as const }
    const later = tapBook({
      ...{ visitId: 'v', begun: {}, device: () => 'phone', clock: () => 1000, makeId: () => 'new' },
      post: (batch, last) => Promise.resolve(posted.push({ batch, last })).then(() => 'saved' as const),
    })
    later.tap(moth, { what: 'recovered' })
    await vi.runAllTimersAsync()
    expect(posted).toEqual([])
    later.begin({ [moth]: { observationId: 'begun', events: [begun] } })
    await vi.runAllTimersAsync()
    expect(later.read().watches[moth]).toMatchObject({
      observationId: 'begun',
      events: [begun, { what: 'recovered' }],
    })
    expect([whats(), posted[0]?.batch.observationId]).toEqual([['recovered'], 'begun'])
    expect(book.read().unsaved).toBe(0)
  })

  it('knows the last tap that stands', () => {
    const { book } = opened(() => Promise.resolve('saved'))
    expect(book.last(moth)).toBeNull()
    book.tap(moth, { what: 'start' })
    book.tap(moth, { what: 'sign', sign: 'flop' })
    const last = book.last(moth)
    expect(last).toMatchObject({ what: 'sign' })
    if (last) book.tap(moth, { what: 'undo', of: last.id })
    expect(book.last(moth)).toMatchObject({ what: 'start' })
  })
})
