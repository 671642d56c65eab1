'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks for the page anew when it is shown again: what came meanwhile stands there, and what was typed stays. */
export function ShownAgain() {
  const router = useRouter()
  useEffect(() => {
    const look = () => document.hidden || router.refresh()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [router])
  return null
}
