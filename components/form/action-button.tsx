'use client'
import { useActionState, type ReactNode } from 'react'
import { untouched, type FormAction } from '@/lib/domain/result/form-state'

type Props = {
  action: FormAction
  /** Sent with the press. */
  fields: Record<string, string>
  children: ReactNode
  look?: 'go' | 'quiet' | 'plain' | 'danger'
  className?: string
}

/** One button that says one verb, with the answer under it. Works without JavaScript. */
export function ActionButton({ action, fields, children, look = 'quiet', className = '' }: Props) {
  const [answer, formAction, pending] = useActionState(action, untouched)
  return (
    <form action={formAction} className={`action-button ${className}`}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className={`btn ${look === 'quiet' ? '' : `btn-${look}`}`}
        aria-disabled={pending || undefined}
        onClick={(event) => pending && event.preventDefault()}
      >
        {children}
      </button>
      {answer.message !== undefined && (
        <p role={answer.status === 'done' ? 'status' : 'alert'} className="field-error">
          {answer.message}
        </p>
      )}
    </form>
  )
}
