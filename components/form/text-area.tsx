'use client'
import { useLayoutEffect, useState, type TextareaHTMLAttributes } from 'react'

/** Undefined on the server, and where the page does not have it yet. */
function areaAt(id: string): HTMLTextAreaElement | undefined {
  if (typeof document === 'undefined') return undefined
  const found = document.getElementById(id)
  return found instanceof HTMLTextAreaElement ? found : undefined
}

/**
 * A text area that keeps what was typed into it before the page's scripts had come: React lays the first text over
 * it when it wakes the page up, where it leaves an input alone.
 */
export function Area({ id, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement> & { id: string }) {
  const [typedEarly] = useState(() => areaAt(id)?.value)
  useLayoutEffect(() => {
    const area = areaAt(id)
    if (!area || typedEarly === undefined || area.value === typedEarly) return
    area.setRangeText(typedEarly, 0, area.value.length, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }, [id, typedEarly])
  return <textarea id={id} {...rest} />
}
