import { useSyncExternalStore } from 'react'

export type Place = {
  visitId: string | null
  room: 'door' | 'note' | 'session' | null
  animalId: string | null
}

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
  const [, visits, visitId = null, room = ''] = path.split('/')
  if (visits !== 'visits' || visitId === null) return { visitId: null, room: null, animalId: null }
  return {
    visitId,
    room: room === 'note' ? 'note' : room === 'sessions' ? 'session' : 'door',
    animalId: new URLSearchParams(query).get('animal'),
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
