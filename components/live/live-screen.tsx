'use client'
import { useState, type ReactNode } from 'react'
import { X } from '@/components/ui/icons'
import { observed } from '@/lib/domain/observation/live/observed'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Stage } from '@/lib/domain/protocol/protocol'
import type { Owner } from '@/lib/domain/sync/queue'
import type { LiveWords } from '@/lib/format/live-words'
import { AnimalWatch } from './animal-watch'
import { Kept } from './kept'
import type { Watch } from './tap-book'
import { useBook } from './use-book'
import { useNow } from './use-now'
import { useSwipe } from './use-swipe'
import { clockFace } from './words'

export type ShownAnimal = {
  id: string
  name: string
  species: Species
  stage: Pick<Stage, 'name' | 'targetSec' | 'reps' | 'leash'> | null
  begun: Watch | null
  /** Its portrait, drawn by the server. */
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
  sendTo: string
  signIn: string
  words: LiveWords
}

/** Every animal of a visit, watched at once and shown one at a time: each has a clock of its own that runs on. */
export function LiveScreen({ visit, animals, first, owner, sendTo, signIn, words }: Props) {
  const begun = Object.fromEntries(animals.flatMap((one) => (one.begun ? [[one.id, one.begun]] : [])))
  const { taps, book } = useBook({ visitId: visit.id, begun, owner, sendTo })
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
        <Kept book={book} say={say} signIn={signIn} />
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
      <AnimalWatch key={animal.id} {...{ animal, taps, book, now, words, keys, step }} />
    </main>
  )
}

function clockOfOne(watch: Watch | undefined, now: number | undefined): string {
  const seen = observed(watch?.events ?? [], now === undefined ? {} : { now })
  return seen ? clockFace(seen.durationMs) : '–'
}
