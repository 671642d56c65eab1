import fs from 'node:fs'
import path from 'node:path'
import { ledgerLineSchema, type LedgerLine } from '@/lib/domain/erasure/schema'
import { erasureLedger } from '@/lib/env'

// The ledger of erasures outside the database, so that it outlives an older backup put in its place: a line each, ids and
// a pseudonym. A line that was cut off by a crash is no line; the database has it still and writes it again.

/** Every line of the ledger, the oldest first; the same household is named once. */
export function readLedger(file: string = erasureLedger()): LedgerLine[] {
  if (!fs.existsSync(file)) return []
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => wholeLine(line) ?? [])
  return [...new Map(lines.map((line) => [line.id, line])).values()]
}

/** Adds what the ledger does not hold yet, and brings it to the disk. */
export function keepInLedger(lines: readonly LedgerLine[], file: string = erasureLedger()): void {
  const known = new Set(readLedger(file).map(({ id }) => id))
  const fresh = lines.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const open = fs.openSync(file, 'a', 0o600)
  try {
    // A line break first: the line before may have been cut off.
    fs.writeSync(open, fresh.map((line) => `\n${JSON.stringify(line)}`).join('') + '\n')
    fs.fsyncSync(open)
  } finally {
    fs.closeSync(open)
  }
}

function wholeLine(text: string): LedgerLine | null {
  try {
    return ledgerLineSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
