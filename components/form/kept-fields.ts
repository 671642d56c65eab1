'use client'
import { typedIn } from '@/lib/domain/form/form-data'

/** Answers by the names of their fields. */
export type Typed = Record<string, string | string[]>

// A form sent after the sign-in ended waits in this tab until its person is back on the same page.

const keyOf = (place: string) => `doorstep.form:${place}`

export function keep(place: string, form: FormData): void {
  sessionStorage.setItem(keyOf(place), JSON.stringify(typedIn(form)))
}

export function kept(place: string): Typed | null {
  const text = sessionStorage.getItem(keyOf(place))
  return text ? (JSON.parse(text) as Typed) : null
}

export function forget(place: string): void {
  sessionStorage.removeItem(keyOf(place))
}
