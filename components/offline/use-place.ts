import { useSyncExternalStore } from 'react'
import { paths } from '@/lib/paths'

export type Place = {
  visitId: string | null
  room: 'door' | 'note' | 'photos' | 'session' | 'live' | 'log' | null
  animalId: string | null
  observationId: string | null
}

const nowhere: Place = { visitId: null, room: null, animalId: null, observationId: null }

/**
 * Where one is in the room without a signal: behind the # stands the address that the page has when there is one, so
 * that links between the pages go on working.
 */
export function usePlace(): Place {
  const address = useSyncExternalStore(
    listen,
    () => location.hash.slice(1),
    () => '',
  )
  const [path = '', query = ''] = address.split('?')
  if (path === paths.homeLog())
    return { ...nowhere, room: 'log', animalId: new URLSearchParams(query).get('animal') }
  const [, visits, visitId, room = '', watched = null] = path.split('/')
  if (visits !== 'visits' || !visitId) return nowhere
  const asked = new URLSearchParams(query)
  const rooms = { note: 'note', photos: 'photos', sessions: 'session', live: 'live' } as const
  return {
    visitId,
    room: Object.hasOwn(rooms, room) ? rooms[room as keyof typeof rooms] : 'door',
    animalId: room === 'live' ? watched : asked.get('animal'),
    observationId: asked.get('observation'),
  }
}

function listen(change: () => void): () => void {
  const moved = () => {
    change()
    scrollTo(0, 0)
  }
  addEventListener('hashchange', moved)
  return () => removeEventListener('hashchange', moved)
}

/** The same page without a signal. */
export const withoutSignal = (path: string): string => `#${path}`
