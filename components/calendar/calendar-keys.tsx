'use client'
import { useEffect } from 'react'
import { followDrag } from './drag'
import { followKeys } from './keys'

/** Keys and dragging over links that are there anyway; without script nothing is missing but these. */
export function CalendarKeys({ area }: { area: string }) {
  useEffect(() => {
    const element = document.getElementById(area)
    if (!element) return undefined
    const stops = [followKeys(element), followDrag(element)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [area])
  return null
}
