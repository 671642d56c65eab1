'use client'
import { useEffect, useRef, useState } from 'react'
import type { Difference } from '@/lib/domain/sync/merge'
import type { Fields, Said } from '@/lib/domain/sync/said'
import { isText, labelOf, wordsOf } from './note-fields'

type Props = {
  form: HTMLFormElement
  differences: readonly Difference[]
  words: Record<string, string>
  decide: (chosen: Fields) => void
}

/** Two texts for one place, side by side: a person says which stays, or that both do. Nothing is chosen beforehand. */
export function Differences({ form, differences, words, decide }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Record<string, Said>>({})
  useEffect(() => box.current?.focus(), [])
  const choose = (field: string, said: Said) => {
    const all = { ...chosen, [field]: said }
    setChosen(all)
    if (differences.every((one) => Object.hasOwn(all, one.field))) decide(all)
  }
  const open = differences.filter(({ field }) => !Object.hasOwn(chosen, field))
  return (
    <div ref={box} tabIndex={-1} role="alert" className="notice on-amber differing">
      <div>
        <p className="notice-title">{words.differsTitle}</p>
        <p className="small">{words.differsLead}</p>
        <ul className="two-texts">
          {open.map(({ field, mine, theirs }) => (
            <li key={field}>
              <h3>{labelOf(form, field)}</h3>
              <div className="difference-sides">
                <Side title={words.mine} said={wordsOf(form, field, mine)} blank={words.blank}>
                  <button type="button" className="btn" onClick={() => choose(field, mine)}>
                    {words.keepMine}
                  </button>
                </Side>
                <Side title={words.theirs} said={wordsOf(form, field, theirs)} blank={words.blank}>
                  <button type="button" className="btn" onClick={() => choose(field, theirs)}>
                    {words.keepTheirs}
                  </button>
                </Side>
              </div>
              {isText(form, field) && (
                <button
                  type="button"
                  className="btn btn-plain"
                  onClick={() => choose(field, [theirs, mine].flat().filter(Boolean).join('\n'))}
                >
                  {words.keepBoth}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

type SideProps = {
  title: string | undefined
  said: string
  blank: string | undefined
  children: React.ReactNode
}

function Side({ title, said, blank, children }: SideProps) {
  return (
    <div>
      <p className="field-hint">{title}</p>
      {said === '' ? (
        <p className="quiet">{blank}</p>
      ) : (
        <p className="said" dir="auto">
          {said}
        </p>
      )}
      {children}
    </div>
  )
}
