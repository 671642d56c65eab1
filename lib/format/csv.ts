/** Spreadsheets run what begins like this as a formula; an apostrophe makes it text again (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\n]|^\s+[=+\-@]/

/** One field of RFC 4180. Numbers stay numbers; text never becomes a formula. */
function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as a spreadsheet opens it: RFC 4180 with CRLF, in UTF-8 with a mark that says so. */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`
