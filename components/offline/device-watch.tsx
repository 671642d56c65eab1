'use client'
import { useEffect, useState } from 'react'
import type { Owner } from '@/lib/domain/sync/queue'
import { paths } from '@/lib/paths'

type Props = { owner: Owner; words: Record<'some' | 'needsYou' | 'look', string> }

/**
 * On every page of the house: sends what this device has, and says so while it has something. Loads nothing more
 * where the device keeps nothing.
 */
export function DeviceWatch({ owner, words }: Props) {
  const [standing, setStanding] = useState<'saved' | 'onThisPhone' | 'needsYou'>('saved')
  const { practiceId, userId } = owner
  useEffect(() => {
    if (localStorage.getItem('doorstep.person') === null) return
    let stop: (() => void) | undefined
    let left = false
    void import('./device-work').then(({ workFor }) => {
      if (!left) stop = workFor({ practiceId, userId }, setStanding)
    })
    return () => {
      left = true
      stop?.()
    }
  }, [practiceId, userId])
  if (standing === 'saved') return null
  return (
    <p role="status" className="notice on-amber device-bar">
      <span>
        {standing === 'needsYou' ? words.needsYou : words.some}{' '}
        <a className="reach" href={paths.onThisPhone()}>
          {words.look}
        </a>
      </span>
    </p>
  )
}
