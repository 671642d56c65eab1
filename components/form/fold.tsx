'use client'
import { useState, type ReactNode } from 'react'
import { ChevronRight } from '@/components/ui/icons'
import { useForm } from './form-context'

type Props = { summary: ReactNode; fields: readonly string[]; children: ReactNode }

/** Fields folded away until somebody wants them; in sight again where one was typed into and came back. */
export function Fold({ summary, fields, children }: Props) {
  const form = useForm()
  const typed = fields.some((name) => Boolean(form.startsWith(name)) || form.errorAt(name) !== undefined)
  const [open, setOpen] = useState(typed)
  return (
    <details className="more" open={open || typed} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight />
        {summary}
      </summary>
      <div className="form">{children}</div>
    </details>
  )
}
