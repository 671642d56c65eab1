'use client'
import { createContext, useContext } from 'react'
import type { FieldValues, UseFormRegister } from 'react-hook-form'
import type { Offer } from '@/lib/domain/result/result'

export type FormKnows = {
  register: UseFormRegister<FieldValues>
  /** For one of several boxes of a name; the form would tick them all where it knows of more than the first. */
  registerBox: (name: string, first: boolean) => ReturnType<UseFormRegister<FieldValues>>
  /** What the field starts with: typed before, else the form's defaults. */
  startsWith: (name: string) => string | string[] | undefined
  errorAt: (name: string) => string | undefined
  /** What somebody else saved meanwhile. */
  theirsAt: (name: string) => string | undefined
  theirsLabel: string
  version: number | undefined
  /** What it was to be sent under before it came back: sent twice, it is once. */
  sentAs: string | undefined
  /** What would be possible instead of what was refused. */
  offers: readonly Offer[]
  pending: boolean
  /** Prefix of element ids, one a form. */
  id: string
}

export const FormContext = createContext<FormKnows | null>(null)

export function useForm(): FormKnows {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field stands outside its form')
  return form
}
