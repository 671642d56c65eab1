'use client'
import { useEffect } from 'react'
import { paths } from '@/lib/paths'

/** Says that somebody sees the page. Shows nothing, and nothing is lost where it cannot be said. */
export function Looked() {
  useEffect(() => {
    if (navigator.onLine) navigator.sendBeacon(paths.lookAtHome())
  }, [])
  return null
}
