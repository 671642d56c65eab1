'use client'
import { useEffect, useEffectEvent } from 'react'
import { pressed, type Button } from '@/lib/domain/observation/live/board'

type Doing = {
  open: readonly Button[]
  press: (button: Button) => void
  undo: () => void
  step: (by: 1 | -1) => void
}

/** Letters press what is open, arrows go to the next animal. Off where `on` is false. */
export function useKeys(on: boolean, { open, press, undo, step }: Doing): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
      return step(event.key === 'ArrowRight' ? 1 : -1)
    const button = pressed(open, event.key)
    if (button === null) return
    event.preventDefault()
    if (button === 'undo') undo()
    else press(button)
  })
  useEffect(() => {
    if (!on) return
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on])
}
