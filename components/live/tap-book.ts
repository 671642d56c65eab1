import type { LiveEvent, Tap } from '@/lib/domain/observation/live/event'
import { stamped } from '@/lib/domain/observation/live/stamp'
import { undoable } from '@/lib/domain/observation/live/timeline'

export type Watch = { observationId: string; events: readonly LiveEvent[] }
export type Batch = { observationId: string; visitId: string; animalId: string; events: LiveEvent[] }
export type Sent = 'saved' | 'later' | 'signedOut' | 'refused'

/**
 * What a page shows of its taps. `unsaved` are those that nothing but this page has, `refused` those that nobody
 * takes, both counted in taps; `trouble` is why some wait.
 */
export type Book = {
  watches: Readonly<Record<string, Watch>>
  unsaved: number
  refused: number
  trouble: 'later' | 'signedOut' | null
}

type Options = {
  visitId: string
  begun: Readonly<Record<string, Watch>>
  device: () => string
  /** Milliseconds since 1970. */
  clock: () => number
  makeId: () => string
  /** Straight to the server. `last` where the page is being left: what is sent then has to outlive it. */
  post: (batch: Batch, last: boolean) => Promise<Sent>
}
/** What takes a tap off the page for good: the device, which sends it on. */
type Keep = (batch: Batch) => Promise<void>
export type TapBook = ReturnType<typeof tapBook>

const idOf = (watch: Watch | undefined) => (watch ? { observationId: watch.observationId } : {})

const mostAtOnce = 200
const waits = [1, 2, 4, 8, 15, 30] as const

/**
 * The taps of every animal of one visit. From `begin` on a tap is handed on at once, to the device where one keeps;
 * what is tapped meanwhile goes together with the next; what did not arrive goes again until it does, since a tap
 * that comes twice is one tap.
 */
export function tapBook({ visitId, begun, device, clock, makeId, post }: Options) {
  let book: Book = { watches: begun, unsaved: 0, refused: 0, trouble: null }
  let waiting: { animalId: string; observationId: string; event: LiveEvent }[] = []
  let handOn: ((batch: Batch) => Promise<Sent>) | null = null
  let sending = false
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const tell = (changes: Partial<Book>) => {
    book = { ...book, ...changes, unsaved: waiting.length }
    for (const listener of listeners) listener()
  }

  const tap = (animalId: string, what: Tap): void => {
    const watch = book.watches[animalId] ?? { observationId: makeId(), events: [] }
    const event = stamped(what, { id: makeId(), device: device(), now: clock() }, watch.events)
    waiting.push({ animalId, observationId: watch.observationId, event })
    const events = [...watch.events, event]
    tell({ watches: { ...book.watches, [animalId]: { ...watch, events } } })
    if (!timer) void send()
  }

  /** What goes together: taps of one observation, oldest first. */
  const nextBatch = (from: typeof waiting): Batch | null => {
    const [first] = from
    if (!first) return null
    const { animalId, observationId } = first
    const these = from.filter((one) => one.observationId === observationId).slice(0, mostAtOnce)
    return { observationId, visitId, animalId, events: these.map(({ event }) => event) }
  }
  const without = (batch: Batch) => waiting.filter(({ event }) => !batch.events.includes(event))

  async function send(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const batch = sending ? null : nextBatch(waiting)
    if (!batch || !handOn) return
    sending = true
    const answer = await handOn(batch).catch(() => 'later' as const)
    sending = false
    if (answer === 'saved' || answer === 'refused') {
      waiting = without(batch)
      tries = 0
      tell({ trouble: null, refused: book.refused + (answer === 'refused' ? batch.events.length : 0) })
      return send()
    }
    timer = setTimeout(() => void send(), 1000 * (waits[tries++] ?? 30))
    tell({ trouble: answer })
  }

  /**
   * It is known what was begun here before. What was tapped until now belongs to it. A device that cannot keep
   * after all does not hold a tap up.
   */
  const begin = (found: Book['watches'], keep?: Keep): void => {
    const straight = (batch: Batch) => post(batch, false)
    const kept = keep && ((batch: Batch) => keep(batch).then(() => 'saved' as const))
    handOn = kept ? (batch) => kept(batch).catch(() => straight(batch)) : straight
    waiting = waiting.map((one) => ({ ...one, ...idOf(found[one.animalId]) }))
    const tapped = (animalId: string) =>
      waiting.filter((one) => one.animalId === animalId).map(({ event }) => event)
    const own = Object.entries(book.watches).filter(([animalId]) => tapped(animalId).length > 0)
    const whole = Object.entries(found).map(([animalId, { observationId, events }]) => {
      return [animalId, { observationId, events: [...events, ...tapped(animalId)] }] as const
    })
    tell({ watches: Object.fromEntries([...own, ...whole]) })
    void send()
  }

  return {
    tap,
    begin,
    /** This device's last tap that stands. */
    last: (animalId: string) => undoable(book.watches[animalId]?.events ?? [], device()),
    /** The signal is back, or somebody looks again: nothing waits for its turn. */
    wake(): void {
      tries = 0
      if (waiting.length > 0) void send()
    },
    /** The page is being left: everything that is not known to have arrived goes out once more. */
    leave(): void {
      for (let left = [...waiting], batch = nextBatch(left); batch; batch = nextBatch(left)) {
        const { events } = batch
        left = left.filter(({ event }) => !events.includes(event))
        void post(batch, true).catch(() => 'later')
      }
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    read: (): Book => book,
  }
}
