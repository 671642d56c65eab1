'use client'
import { useRef, type MouseEvent, type PointerEvent } from 'react'

/** Far enough sideways, and more sideways than up or down; in CSS pixels, ours. */
const [far, slant] = [70, 2]

/** A finger drawn sideways over the screen goes to the next or the last animal, and presses nothing on its way. */
export function useSwipe(step: (by: 1 | -1) => void) {
  const began = useRef<{ x: number; y: number } | null>(null)
  const swiped = useRef(false)
  return {
    onPointerDown(event: PointerEvent) {
      swiped.current = false
      began.current = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY }
    },
    onPointerUp(event: PointerEvent) {
      if (!began.current) return
      const [x, y] = [event.clientX - began.current.x, event.clientY - began.current.y]
      began.current = null
      if (Math.abs(x) < far || Math.abs(x) < slant * Math.abs(y)) return
      swiped.current = true
      step(x < 0 ? 1 : -1)
    },
    onClickCapture(event: MouseEvent) {
      if (swiped.current) event.stopPropagation()
      swiped.current = false
    },
  }
}
