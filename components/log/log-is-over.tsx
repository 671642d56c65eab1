'use client'
import { useEffect } from 'react'
import type { Owner } from '@/lib/domain/sync/queue'
import { forgetWatch } from './kept-watch'
import { forgetSaved } from './typed-keeper'

type Props = { owner: Owner; animalId: string; sessionId: string }

/** It is saved: what this device still had of it is forgotten. */
export function LogIsOver({ owner: { practiceId, userId }, animalId, sessionId }: Props) {
  useEffect(() => {
    forgetWatch(animalId)
    forgetSaved({ practiceId, userId }, animalId, sessionId)
  }, [practiceId, userId, animalId, sessionId])
  return null
}
