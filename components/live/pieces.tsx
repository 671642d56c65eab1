'use client'
import type { ReactNode } from 'react'
import type { Button } from '@/lib/domain/observation/live/board'

/** The key that presses it; shown where there are keys. */
export function Key({ letter }: { letter: string }) {
  return (
    <kbd className="live-key" aria-hidden="true">
      {letter}
    </kbd>
  )
}

type PressProps = {
  button: Button
  press: (button: Button) => void
  className: string
  /** Where it says more than it shows. */
  label?: string | undefined
  pressed?: boolean | undefined
  children: ReactNode
}

/** One button of the board: it taps, or opens the next ones. */
export function Press({ button, press, className, label, pressed, children }: PressProps) {
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-pressed={pressed}
      aria-haspopup={'opens' in button ? 'dialog' : undefined}
      aria-keyshortcuts={button.letter}
      onClick={() => press(button)}
    >
      {children}
      <Key letter={button.letter} />
    </button>
  )
}
