'use client'
import { useEffect, useRef } from 'react'
import { X } from '@/components/ui/icons'
import type { Button } from '@/lib/domain/observation/live/board'
import { Press } from './pieces'

type Props = {
  title: string
  close: string
  buttons: readonly Button[]
  words: Record<string, string>
  /** How often a button was tapped already. */
  press: (button: Button) => void
  onClose: () => void
}

/** The next buttons, from below, within reach of a thumb. The clock above stays in view. */
export function Sheet({ title, close, buttons, words, press, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="live-sheet" aria-labelledby="live-sheet" onClose={onClose}>
      <div className="live-sheet-head">
        <h2 id="live-sheet">{title}</h2>
        <button type="button" className="live-close" aria-label={close} onClick={onClose}>
          <X />
        </button>
      </div>
      <div className={buttons.length > 9 ? 'live-sheet-many' : 'live-sheet-few'}>
        {buttons.map((button) => (
          <Press key={button.name} button={button} press={press} className="live-chip">
            <span>{words[button.name]}</span>
          </Press>
        ))}
      </div>
    </dialog>
  )
}
