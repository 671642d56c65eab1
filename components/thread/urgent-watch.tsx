'use client'
import type { ReactNode } from 'react'
import { useTyped } from '@/components/form/use-typed'
import { urgentIn, type UrgentKind, type UrgentWords } from '@/lib/domain/thread/urgent'

type Props = {
  languages: readonly UrgentWords[]
  /** What is said at once, by what it is about. */
  answers: Record<UrgentKind, ReactNode>
  lead: string
}

const wordsIn = (field: (name: string) => string) => field('words')

/** What cannot wait is answered while it is typed, whether the message is sent or not. */
export function UrgentWatch({ languages, answers, lead }: Props) {
  const kinds = urgentIn(useTyped(wordsIn), languages)
  return (
    <div role="alert" className="urgent-watch">
      {kinds.length > 0 && (
        <>
          <p className="small">
            <b>{lead}</b>
          </p>
          {kinds.map((kind) => (
            <div key={kind}>{answers[kind]}</div>
          ))}
        </>
      )}
    </div>
  )
}
