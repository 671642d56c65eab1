'use client'
import { useActionState, useEffect, useState } from 'react'
import { untouched, type FormAction } from '@/lib/domain/result/form-state'

type Words = Record<'show' | 'is' | 'none' | 'unreadable' | 'once', string>
type Props = { action: FormAction; visitId: string; words: Words }

/** The code of a door: asked for by a tap, in the answer to it, and gone with the page. Works without JavaScript. */
export function RevealCode({ action, visitId, words }: Props) {
  const [answer, formAction, pending] = useActionState(action, untouched)
  const [hidden, setHidden] = useState(0)
  const shown = answer.status === 'done' && hidden !== answer.turn
  useEffect(() => {
    // A page the browser keeps for the way back must not keep what was shown on it.
    const hide = () => setHidden(answer.turn)
    window.addEventListener('pagehide', hide)
    return () => window.removeEventListener('pagehide', hide)
  }, [answer.turn])
  const { code, unreadable } = answer.values
  return (
    <div className="door-code">
      {shown ? (
        <div role="status">
          {code === undefined ? (
            <p className="small">{unreadable === undefined ? words.none : words.unreadable}</p>
          ) : (
            <>
              <p className="tiny">{words.is}</p>
              <p className="door-code-is" dir="auto">
                {code}
              </p>
              <p className="tiny">{words.once}</p>
            </>
          )}
        </div>
      ) : (
        <form action={formAction} className="action-button">
          <input type="hidden" name="visitId" value={visitId} />
          <button
            type="submit"
            className="btn"
            aria-disabled={pending || undefined}
            onClick={(event) => pending && event.preventDefault()}
          >
            {words.show}
          </button>
          {answer.message !== undefined && (
            <p role="alert" className="field-error">
              {answer.message}
            </p>
          )}
        </form>
      )}
    </div>
  )
}
