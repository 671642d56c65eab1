'use client'
import type { ReactNode } from 'react'
import { useForm } from './form-context'

type FrameProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  className?: string | undefined
  children: (wired: Wired) => ReactNode
}

/** What an input needs so that label, hint and error belong to it. */
export type Wired = {
  id: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

/** One labelled input with its hint and error wired, and what somebody else saved meanwhile. */
export function Field({ name, label, hint, className = '', children }: FrameProps) {
  const ids = useFieldIds(name, hint !== undefined)
  return (
    <div className={`field ${className}`}>
      <label className="field-label" htmlFor={ids.wired.id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="field-hint" id={ids.hint}>
          {hint}
        </p>
      )}
      {children(ids.wired)}
      <FieldNotes name={name} ids={ids} />
    </div>
  )
}

/** Several inputs that answer one question: the same wiring on a fieldset. */
export function FieldGroup({ name, label, hint, className = '', children }: FrameProps) {
  const ids = useFieldIds(name, hint !== undefined)
  const { id: _id, ...aria } = ids.wired
  return (
    <fieldset className={`field ${className}`} aria-describedby={aria['aria-describedby']}>
      <legend className="field-label">{label}</legend>
      {hint !== undefined && (
        <p className="field-hint" id={ids.hint}>
          {hint}
        </p>
      )}
      {children(ids.wired)}
      <FieldNotes name={name} ids={ids} />
    </fieldset>
  )
}

type Ids = { wired: Wired; hint: string; error: string }

function useFieldIds(name: string, hasHint: boolean): Ids {
  const form = useForm()
  const id = `${form.id}-${name}`
  const hint = `${id}-hint`
  const error = `${id}-error`
  const failed = form.errorAt(name) !== undefined
  const described = [hasHint && hint, failed && error].filter(Boolean).join(' ')
  return {
    hint,
    error,
    wired: {
      id,
      ...(failed ? { 'aria-invalid': true } : {}),
      ...(described ? { 'aria-describedby': described } : {}),
    },
  }
}

function FieldNotes({ name, ids }: { name: string; ids: Ids }) {
  const form = useForm()
  const error = form.errorAt(name)
  const theirs = form.theirsAt(name)
  return (
    <>
      {error !== undefined && (
        <p className="field-error" id={ids.error}>
          {error}
        </p>
      )}
      {theirs !== undefined && (
        <p className="field-theirs">
          {form.theirsLabel}: <q>{theirs}</q>
        </p>
      )}
    </>
  )
}

/** A refusal about something that is no single field: an animal, a row. */
export function FieldError({ name }: { name: string }) {
  const error = useForm().errorAt(name)
  return error === undefined ? null : (
    <p className="field-error" role="alert">
      {error}
    </p>
  )
}
