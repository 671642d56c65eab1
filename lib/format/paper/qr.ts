import { encode } from 'uqr'

/** A QR code as one path in squares of one, and how many squares a side has. */
export function qrPath(value: string): { path: string; size: number } {
  const { data, size } = encode(value, { border: 0, ecc: 'M' })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('')
  return { path, size }
}
