'use client'
import { useCallback } from 'react'
import { useTyped } from '@/components/form/use-typed'
import { Task, type TaskWords } from '@/components/home/task'
import type { HomeworkDraft } from '@/lib/domain/note/schema'

type Props = {
  /** Where the homework of one animal stands in the form, and how many exercises it has. */
  at: string
  count: number
  label: string
  title: string
  words: TaskWords
  /** Said where nothing is asked; `rests`: said whatever is asked, as nothing is to be practised. */
  nothing: string
  rests: boolean
}

/** Homework on the owner's page, as it is being written. Without JavaScript: as it was sent last. */
export function HomeworkPreview({ at, count, label, title, words, nothing, rests }: Props) {
  const read = useCallback((field: (name: string) => string) => tasksFrom(at, count, field), [at, count])
  const tasks = useTyped(read)
  const shown = rests ? [] : tasks
  return (
    <figure className="as-owner">
      <figcaption className="field-label">{label}</figcaption>
      <div className="todo">
        <h3>{title}</h3>
        {shown.map((task, index) => (
          <Task key={index} task={task} words={words} first={index === 0} />
        ))}
        {shown.length === 0 && <p className="ask">{nothing}</p>}
      </div>
    </figure>
  )
}

/** The exercises that would be set: those with a name or a sentence. */
function tasksFrom(at: string, count: number, read: (name: string) => string): HomeworkDraft[] {
  return Array.from({ length: count }, (_, item) => {
    const field = (name: string) => read(`${at}.${item}.${name}`).trim()
    return {
      exercise: field('exercise'),
      sentences: [0, 1, 2].map((n) => field(`sentences.${n}`)).filter(Boolean),
      dose: field('dose'),
      good: field('good'),
      stop: field('stop'),
    }
  }).filter(({ exercise, sentences }) => exercise !== '' || sentences.length > 0)
}
