'use client'
import type { ReactNode } from 'react'
import { useForm } from './form-context'

type Props = {
  children: ReactNode
  look?: 'go' | 'quiet' | 'danger'
  name?: string
  value?: string
  className?: string
}

/** Sends the form; while it is under way a second tap does nothing. */
export function Submit({ children, look = 'go', className = '', ...rest }: Props) {
  const { pending } = useForm()
  return (
    <button
      type="submit"
      {...rest}
      className={`btn ${look === 'quiet' ? '' : `btn-${look}`} ${className}`}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {children}
    </button>
  )
}
