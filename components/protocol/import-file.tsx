'use client'
import { useState, type ChangeEvent } from 'react'
import { Field } from '@/components/form/field'
import { useForm } from '@/components/form/form-context'

type Props = {
  label: string
  hint: string
  /** Name of the field that shows the file's text. */
  into: string
  /** Bytes; a larger file is not read. */
  most: number
  tooLarge: string
}

/** Puts the text of a chosen file where it can be read and mended. Without scripts the file is sent as it is. */
export function ImportFile({ label, hint, into, most, tooLarge }: Props) {
  const form = useForm()
  const [refused, setRefused] = useState(false)
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    const field = document.getElementById(`${form.id}-${into}`)
    if (!file || !(field instanceof HTMLTextAreaElement)) return
    setRefused(file.size > most)
    if (file.size <= most) {
      field.value = await file.text()
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    target.value = ''
  }
  return (
    <Field name="file" label={label} hint={hint}>
      {(wired) => (
        <>
          <input
            {...wired}
            type="file"
            name="file"
            accept=".json,application/json"
            className="input"
            onChange={(event) => void take(event)}
          />
          {refused && (
            <p className="field-error" role="alert">
              {tooLarge}
            </p>
          )}
        </>
      )}
    </Field>
  )
}
