'use client'
import { useEffect, useState } from 'react'
import { useForm } from './form-context'

/**
 * Something read from the fields of the form as they stand, at every letter; at first, and without JavaScript, from
 * what they start with. `read` has to be the same function from one time to the next.
 */
export function useTyped<T>(read: (field: (name: string) => string) => T): T {
  const form = useForm()
  const [typed, setTyped] = useState(() => read((name) => [form.startsWith(name) ?? ''].flat()[0] ?? ''))
  useEffect(() => {
    const element = document.getElementById(form.id)
    if (!(element instanceof HTMLFormElement)) return
    const look = () => {
      const data = new FormData(element)
      setTyped(read((name) => String(data.get(name) ?? '')))
    }
    element.addEventListener('input', look)
    return () => element.removeEventListener('input', look)
  }, [form.id, read])
  return typed
}
