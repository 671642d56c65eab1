'use client'
import { useState } from 'react'
import { useForm } from '@/components/form/form-context'
import { TextField, TickField } from '@/components/form/inputs'
import type { AnywayWords } from './anyway-words'

/** Asks for a reason once an answer asked for one, and stays: the field is not taken away while somebody writes. */
export function Anyway({ words }: { words: AnywayWords }) {
  const over = useAsked('overlap')
  const why = useAsked('anyway') || over
  return (
    <>
      {over && <TickField name="overlap" label={words.overlap} hint={words.overlapHint} />}
      {why && <TextField name="anyway" label={words.label} hint={words.hint} />}
    </>
  )
}

/** Whether an answer said something at this field, now or before. */
function useAsked(field: string): boolean {
  const form = useForm()
  const asked = form.errorAt(field) !== undefined || form.startsWith(field) !== undefined
  const [before, setBefore] = useState(asked)
  if (asked && !before) setBefore(true)
  return asked || before
}
