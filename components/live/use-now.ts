'use client'
import { useEffect, useState } from 'react'
import { deviceNow } from '@/lib/domain/time/device-clock'

/** The moment, told anew each second; undefined until the page is alive, so that it begins as the server drew it. */
export function useNow(): number | undefined {
  const [now, setNow] = useState<number>()
  useEffect(() => {
    const look = () => setNow(deviceNow())
    const begin = setTimeout(look)
    const tick = setInterval(look, 1000)
    return () => {
      clearTimeout(begin)
      clearInterval(tick)
    }
  }, [])
  return now
}
