'use client'
import type { ReactNode } from 'react'
import { Field, FieldGroup } from './field'
import { useForm } from './form-context'
import { Area } from './text-area'

type Base = { name: string; label: ReactNode; hint?: ReactNode; className?: string }
type TextProps = Base & {
  type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'number' | 'search'
  autoComplete?: string
  inputMode?: 'numeric' | 'decimal' | 'text' | 'tel' | 'email'
  required?: boolean
  placeholder?: string
  min?: string | number
  max?: string | number
  step?: string | number
  list?: string
  /** Said behind the input: cm, g, s. */
  unit?: string
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''
const several = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value : value ? [value] : []

export function TextField({
  name,
  label,
  hint,
  className,
  type = 'text',
  required,
  unit,
  ...rest
}: TextProps) {
  const form = useForm()
  return (
    <Field name={name} label={label} hint={hint} className={className}>
      {(wired) => {
        const input = (
          <input
            {...form.register(name)}
            {...wired}
            {...rest}
            type={type}
            dir={type === 'text' ? 'auto' : undefined}
            required={required}
            className="input"
            defaultValue={single(form.startsWith(name))}
          />
        )
        return unit === undefined ? (
          input
        ) : (
          <span className="with-unit">
            {input}
            <span className="small quiet">{unit}</span>
          </span>
        )
      }}
    </Field>
  )
}

export function TextArea({
  name,
  label,
  hint,
  className,
  rows = 3,
  required,
}: Base & { rows?: number; required?: boolean }) {
  const form = useForm()
  return (
    <Field name={name} label={label} hint={hint} className={className}>
      {(wired) => (
        <Area
          {...form.register(name)}
          {...wired}
          rows={rows}
          dir="auto"
          required={required}
          className="input"
          defaultValue={single(form.startsWith(name))}
        />
      )}
    </Field>
  )
}

export type Option = { value: string; label: ReactNode; hint?: ReactNode; picture?: ReactNode }

export function SelectField({
  name,
  label,
  hint,
  className,
  options,
  empty,
}: Base & { options: Option[]; empty?: string }) {
  const form = useForm()
  return (
    <Field name={name} label={label} hint={hint} className={className}>
      {(wired) => (
        <select
          {...form.register(name)}
          {...wired}
          className="input"
          defaultValue={single(form.startsWith(name))}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type ChoiceProps = Base & {
  options: Option[]
  /** `chips` for short words, `faces` for the five body levels, `rows` for options with a line of their own. */
  look?: 'chips' | 'faces' | 'rows'
  /** How a chosen chip looks: care for stress, good for wins, flag for what stops everything. */
  tone?: 'chip-care' | 'chip-good' | 'chip-flag' | ''
}

/** One of a few: every option visible, one tap. */
export function ChoiceField(props: ChoiceProps) {
  return <Options {...props} kind="radio" />
}

/** Any of a few. */
export function ChipsField(props: ChoiceProps) {
  return <Options {...props} kind="checkbox" />
}

function Options({
  name,
  label,
  hint,
  className,
  options,
  look = 'chips',
  tone = '',
  kind,
}: ChoiceProps & { kind: 'radio' | 'checkbox' }) {
  const form = useForm()
  const start = several(form.startsWith(name))
  return (
    <FieldGroup name={name} label={label} hint={hint} className={className}>
      {(wired) => (
        <div className={{ chips: 'chips', faces: 'face-row', rows: 'choice-rows' }[look]}>
          {options.map((option, index) => (
            <label
              key={option.value}
              className={
                { chips: `chip ${tone}`, faces: `face face-${option.value}`, rows: 'choice-row' }[look]
              }
            >
              <input
                {...(kind === 'checkbox' ? form.registerBox(name, index === 0) : form.register(name))}
                id={index === 0 ? wired.id : `${wired.id}-${option.value}`}
                aria-invalid={wired['aria-invalid']}
                type={kind}
                value={option.value}
                defaultChecked={start.includes(option.value)}
              />
              {option.picture}
              <span>
                {option.label}
                {option.hint !== undefined && <small>{option.hint}</small>}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  )
}

/** One yes. */
export function TickField({ name, label, hint, className = '' }: Base) {
  const form = useForm()
  const error = form.errorAt(name)
  return (
    <div className={`field ${className}`}>
      <label className="choice-row">
        <input
          {...form.register(name)}
          type="checkbox"
          defaultChecked={form.startsWith(name) !== undefined}
        />
        <span>
          {label}
          {hint !== undefined && <small>{hint}</small>}
        </span>
      </label>
      {error !== undefined && <p className="field-error">{error}</p>}
    </div>
  )
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  const form = useForm()
  const meanwhile = { version: form.version, id: form.sentAs }[name]
  return <input type="hidden" name={name} value={String(meanwhile ?? value)} readOnly />
}
