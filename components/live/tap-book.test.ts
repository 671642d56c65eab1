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
