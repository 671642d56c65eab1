'use client'
import { unstable_rethrow } from 'next/navigation'
import { createContext } from 'react'
import type { FormAction } from '@/lib/domain/result/form-state'

/** What a page does with a form instead of sending it, where the server cannot be reached; null where it can do nothing. */
export const WhenCutOff = createContext<FormAction | null>(null)

/** Milliseconds without an answer after which there is none. Ours. */
const patience = 15_000

/** Sends a form, or does with it what its page can do without the server. What the server answers holds. */
export const sentOr =
  (cutOff: FormAction, action: FormAction): FormAction =>
  async (before, form) => {
    if (!navigator.onLine) return cutOff(before, form)
    let timer: ReturnType<typeof setTimeout> | undefined
    try {
      const silence = new Promise<never>(
        (_, refuse) => (timer = setTimeout(refuse, patience, new Error('no answer'))),
      )
      return await Promise.race([action(before, form), silence])
    } catch (error) {
      unstable_rethrow(error)
      return await cutOff(before, form)
    } finally {
      clearTimeout(timer)
    }
  }
