import { csv } from './csv'

type Value = string | number | boolean | null | readonly (string | number)[] | object
type Row = Record<string, Value>

/** Rows of one shape as a table with their field names on top; lists are written "a; b", a time as it is kept. */
export function tableCsv(rows: readonly Row[], fields: readonly string[]): string {
  return csv([fields, ...rows.map((row) => fields.map((field) => cell(row[field])))])
}

function cell(value: Value | undefined): string | number | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number)
}
