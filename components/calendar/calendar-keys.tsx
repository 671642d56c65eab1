'use client'
import { useEffect } from 'react'
import { followKeys } from './keys'

/** Keys over the links that are there anyway; without script nothing is missing but them. */
export function CalendarKeys({ area }: { area: string }) {
  useEffect(() => {
    const element = document.getElementById(area)
    return element ? followKeys(element) : undefined
  }, [area])
  return null
}
