'use client'
import { useState, type ReactNode } from 'react'
import { X } from '@/components/ui/icons'
import { begunOf } from '@/lib/domain/observation/live/known'
import { observed } from '@/lib/domain/observation/live/observed'
import type { WatchedAnimal } from '@/lib/domain/observation/live/page'
import type { Owner } from '@/lib/domain/sync/queue'
import type { LiveWords } from '@/lib/format/live-words'
import { AnimalWatch } from './animal-watch'
import { Kept } from './kept'
import type { Watch } from './tap-book'
import { useBook } from './use-book'
import { useNow } from './use-now'
import { useSignal } from './use-signal'
import { useSwipe } from './use-swipe'
import { clockFace } from './words'

export type ShownAnimal = Omit<WatchedAnimal, 'coat'> & {
  /** Its portrait. */
  picture: ReactNode
  href: string
  sessionHref: string
}
type Props = {
  visit: { id: string; href: string }
  animals: readonly ShownAnimal[]
  /** The one the page opens with. */
  first: string
  owner: Owner
  hrefs: { sync: string; signIn: string; onThisPhone: string }
  words: LiveWords
  /** Not drawn by the server just now, but kept. */
  offline?: boolean
}

/** Every animal of a visit, watched at once and shown one at a time: each has a clock of its own that runs on. */
export function LiveScreen({ visit, animals, first, owner, hrefs, words, offline = false }: Props) {
  const begun = begunOf(animals)
  const { taps, book, device } = useBook({ visitId: visit.id, begun, owner, sendTo: hrefs.sync, offline })
  const signal = useSignal()
  const [shownId, show] = useState(first)
  const [keys, setKeys] = useState(true)
  const now = useNow()
  const index = animals.findIndex(({ id }) => id === shownId)
  const animal = animals[index]
  const to = (one: ShownAnimal | undefined) => {
    if (!one) return
    show(one.id)
    window.history.replaceState(null, '', one.href)
  }
  const step = (by: 1 | -1) => to(animals[index + by])
  const swipe = useSwipe(step)
  const { say } = words
  if (!animal) return null
  const ended = book.watches[animal.id]
  // Its session is made of every tap: by the server once it has them, else by a device that took this home along.
  const session = ended && `${animal.sessionHref}&observation=${ended.observationId}`
  const stuck = !signal || device.tried || device.signedOut
  const saved = device.waiting === 0
  const byDevice = device.along && stuck ? `${hrefs.onThisPhone}#${session}` : null
  const sessionHref = !session || book.unsaved > 0 ? null : saved || offline ? session : byDevice
  return (
    <main id="main" className="live" data-keys={keys || undefined} {...swipe}>
      <header className="live-top">
        {animal.picture}
        <div>
          <h1>
            <bdi>{animal.name}</bdi>
          </h1>
          <p>{animal.stage?.name}</p>
        </div>
        <button type="button" className="live-keys" aria-pressed={keys} onClick={() => setKeys(!keys)}>
          {say.keys}
        </button>
        <Kept {...{ book, device, stuck, say, hrefs }} />
        <a className="live-close" href={visit.href} aria-label={say.toVisit}>
          <X />
        </a>
      </header>
      {animals.length > 1 && (
        <nav className="live-animals" aria-label={say.animals}>
          {animals.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-current={one === animal ? 'true' : undefined}
              onClick={() => to(one)}
            >
              <bdi>{one.name}</bdi>
              <span>{clockOfOne(book.watches[one.id], now)}</span>
            </button>
          ))}
        </nav>
      )}
      <AnimalWatch key={animal.id} {...{ animal, taps, book, sessionHref, now, words, keys, step }} />
    </main>
  )
}

function clockOfOne(watch: Watch | undefined, now: number | undefined): string {
  const seen = observed(watch?.events ?? [], now === undefined ? {} : { now })
  return seen ? clockFace(seen.durationMs) : '–'
}
