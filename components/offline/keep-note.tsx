'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { loadedFor } from '@/components/form/resolver'
import type { Owner } from '@/lib/domain/sync/queue'
import type { Fields } from '@/lib/domain/sync/said'
import { paths } from '@/lib/paths'
import { Differences } from './differences'
import type { Keeping, NoteState } from './note-state'

type Props = {
  owner: Owner
  visitId: string
  version: number
  fields: Fields
  /** Not drawn by the server just now, but kept. */
  offline?: boolean
  begunWith?: (fields: Fields) => Promise<Fields>
  words: Record<string, string>
}

/** Stands in the form of a note, keeps it while it is written, and says truthfully where it is. */
export function KeepNote({ owner, visitId, version, fields, offline = false, begunWith, words }: Props) {
  const path = usePathname()
  const place = useRef<HTMLDivElement>(null)
  const keeping = useRef<Keeping>(null)
  const [state, setState] = useState<NoteState>({ is: 'quiet' })
  const [form, setForm] = useState<HTMLFormElement | null>(null)
  const begun = useRef({ owner, visitId, version, fields, begunWith, sure: !offline })
  useEffect(() => {
    const written = place.current?.closest('form')
    if (!written) return
    let left = false
    setForm(written)
    void loadedFor('noteDraft')
    void import('./note-keeper').then(({ keepNote }) => {
      if (!left) keeping.current = keepNote(written, begun.current, setState)
    })
    return () => {
      left = true
      keeping.current?.stop()
    }
  }, [])

  const { is, unread, behind, differences } = state
  const elsewhere = is === 'signed' || is === 'refused'
  return (
    <div ref={place} className="kept">
      <p role="status" className={`kept-state is-${is}`}>
        {words[is]}
        {unread && <> {words.unread}</>}
        {is === 'signedOut' && (
          <>
            {' '}
            <a className="reach" href={paths.signIn(path)}>
              {words.signIn}
            </a>
          </>
        )}
        {elsewhere && (
          <>
            {' '}
            <a className="reach" href={paths.onThisPhone()}>
              {words.look}
            </a>
          </>
        )}
        {behind && !elsewhere && (
          <>
            {' '}
            {words.behind}{' '}
            <a className="reach" href="">
              {words.reload}
            </a>
          </>
        )}
      </p>
      {form && is === 'differs' && differences && (
        <Differences
          key={differences.map(({ field }) => field).join()}
          form={form}
          differences={differences}
          words={words}
          decide={(chosen) => void keeping.current?.decide(chosen)}
        />
      )}
    </div>
  )
}
