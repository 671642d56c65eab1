'use client'
import { useEffect } from 'react'
import { forgetWatch } from './kept-watch'

/** The log it measured is saved. */
export function WatchIsOver({ animalId }: { animalId: string }) {
  useEffect(() => forgetWatch(animalId), [animalId])
  return null
}
