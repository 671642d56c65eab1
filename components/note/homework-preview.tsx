'use client'
import { useEffect, useState } from 'react'
import { useForm } from '@/components/form/form-context'
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
  const form = useForm()
  const [tasks, setTasks] = useState(() =>
    tasksFrom(at, count, (name) => [form.startsWith(name) ?? ''].flat()[0] ?? ''),
  )
  useEffect(() => {
    const element = document.getElementById(form.id)
    if (!(element instanceof HTMLFormElement)) return
    const look = () => {
      const data = new FormData(element)
      setTasks(tasksFrom(at, count, (name) => String(data.get(name) ?? '')))
    }
    element.addEventListener('input', look)
    return () => element.removeEventListener('input', look)
  }, [form.id, at, count])
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
