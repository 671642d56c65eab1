import type { ReactNode } from 'react'
import { ChevronRight } from './icons'

/** More, for who wants it. Closed ones open by themselves when the browser finds a word inside. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="more" open={open}>
      <summary>
        <ChevronRight />
        {summary}
      </summary>
      {children}
    </details>
  )
}
