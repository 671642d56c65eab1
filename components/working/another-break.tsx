'use client'
import type { ReactNode } from 'react'
import { useForm } from '@/components/form/form-context'
import { ChevronRight } from '@/components/ui/icons'

type Props = { name: string; summary: ReactNode; children: ReactNode }

/** One more break, folded away until somebody wants it; what was typed into it and came back is in sight. */
export function AnotherBreak({ name, summary, children }: Props) {
  const form = useForm()
  const typed = [`${name}.start`, `${name}.end`].some((field) => Boolean(form.startsWith(field)))
  return (
    <details className="more" open={typed || undefined}>
      <summary>
        <ChevronRight />
        {summary}
      </summary>
      {children}
    </details>
  )
}
