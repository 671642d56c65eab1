'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { FormState } from '@/lib/domain/result/form-state'
import { paths } from '@/lib/paths'

type Props = {
  answer: FormState
  restored: boolean
  /** Leaves what came back, and begins with an empty form. */
  anew: () => void
  sentences: Record<string, string>
}

/** The sentence above the form. It takes the focus when it is new, so that nobody has to look for it. */
export function FormAnswer({ answer, restored, anew, sentences }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const path = usePathname()
  useEffect(() => {
    if (answer.turn > 0 && answer.message) box.current?.focus()
  }, [answer.turn, answer.message])
  const message = answer.message ?? (restored ? sentences.restored : undefined)
  if (!message) return null
  const tone = answer.status === 'done' ? 'green' : answer.status === 'idle' ? 'slate' : 'amber'
  return (
    <div ref={box} tabIndex={-1} role={tone === 'amber' ? 'alert' : 'status'} className={`notice on-${tone}`}>
      <p>
        {message} {answer.status === 'signedOut' && <a href={paths.signIn(path)}>{sentences.signIn}</a>}
      </p>
      {restored && answer.status === 'idle' && (
        <div className="acts">
          <button type="button" className="btn" onClick={anew}>
            {sentences.anew}
          </button>
        </div>
      )}
    </div>
  )
}
