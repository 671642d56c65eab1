import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from './csv'

/** RFC 4180, read back slowly. */
function read(text: string): string[][] {
  const rows: string[][] = [[]]
  let [field, quoted] = ['', false]
  const body = text.replace(/^\uFEFF/, '')
  for (let at = 0; at < body.length; at++) {
    const sign = body[at] ?? ''
    if (quoted) {
      if (sign !== '"') field += sign
      else if (body[at + 1] === '"') field += body[at++]
      else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',' || (sign === '\r' && body[at + 1] === '\n')) {
      rows.at(-1)?.push(field)
      field = ''
      if (sign === '\r') {
        at++
        rows.push([])
      }
    } else field += sign
  }
  return rows.slice(0, -1)
}

describe('a table for a spreadsheet', () => {
  it('says what it is, and ends each row with CRLF', () => {
    expect(
      csv([
        ['Day', 'km'],
        ['2026-05-14', 12.5],
        [null, -3],
      ]),
    ).toBe('\uFEFFDay,km\r\n2026-05-14,12.5\r\n,-3\r\n')
  })

  it('comes back as it went, whatever is in it, but for what would be a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          const back = read(csv(rows))
          expect(back.map((row) => row.map((text) => text.replace(/^'/, '')))).toEqual(
            rows.map((row) => row.map((text) => text.replace(/^'/, ''))),
          )
          for (const text of back.flat()) expect(text).not.toMatch(/^[=+\-@\t\r\n]/)
        },
      ),
    )
  })

  it('disarms what people call themselves', () => {
    for (const name of ['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', ' =cmd|x', '\r=1'])
      expect(read(csv([[name]]))[0]?.[0]).toBe(`'${name}`)
  })
})
