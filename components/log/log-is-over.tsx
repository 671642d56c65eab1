'use client'
import { useEffect } from 'react'
import { canKeep } from '@/components/offline/can-keep'
import type { Owner } from '@/lib/domain/sync/queue'
import { forgetWatch } from './kept-watch'

type Props = { owner: Owner; animalId: string; sessionId: string }

/** It is saved: what this device still had of it is forgotten. */
export function LogIsOver({ owner: { practiceId, userId }, animalId, sessionId }: Props) {
  useEffect(() => {
    forgetWatch(animalId)
    if (!canKeep()) return
    void import('./typed-log')
      .then(({ forgetTyped }) => forgetTyped({ practiceId, userId }, animalId, sessionId))
      .catch(() => undefined)
  }, [practiceId, userId, animalId, sessionId])
  return null
}
