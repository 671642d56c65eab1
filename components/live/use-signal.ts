'use client'
import { useSyncExternalStore } from 'react'

const hasSignal = () => navigator.onLine
/** Whether this device believes in a connection; while the server draws there is one. */
export const useSignal = (): boolean => useSyncExternalStore(listen, hasSignal, () => true)

function listen(change: () => void): () => void {
  window.addEventListener('online', change)
  window.addEventListener('offline', change)
  return () => {
    window.removeEventListener('online', change)
    window.removeEventListener('offline', change)
  }
}
