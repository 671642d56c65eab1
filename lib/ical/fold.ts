/**
 * Lines of at most 75 octets, broken between characters (RFC 5545, 3.1). Ours, because the library makes an encoder
 * for every character: half a second for a busy member.
 */
export const folded = (text: string): string => text.split('\r\n').map(foldedLine).join('\r\n')

function foldedLine(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line
  let [lines, octets] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    const fits = octets + size <= 75
    lines += fits ? character : `\r\n ${character}`
    octets = fits ? octets + size : size + 1
  }
  return lines
}
