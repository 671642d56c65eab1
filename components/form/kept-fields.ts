'use client'
import { typedIn } from '@/lib/domain/form/form-data'

// A form sent after the sign-in ended waits in this tab until its person is back on the same page.

const keyOf = (place: string) => `doorstep.form:${place}`

export function keep(place: string, form: FormData): void {
  sessionStorage.setItem(keyOf(place), JSON.stringify(typedIn(form)))
}

export function kept(place: string): Record<string, string | string[]> | null {
  const text = sessionStorage.getItem(keyOf(place))
  return text ? (JSON.parse(text) as Record<string, string | string[]>) : null
}

export function forget(place: string): void {
  sessionStorage.removeItem(keyOf(place))
}
