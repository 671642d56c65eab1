const encode = (text: string, length: number) => Buffer.from(text.padEnd(length, '\0'), 'latin1')
const octal = (value: number, length: number) =>
  encode(`${value.toString(8).padStart(length - 1, '0')}\0`, length)

/** One ustar header; a name that ends in a slash is a folder. */
export function writeHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for the archive`)
  const isFolder = name.endsWith('/')
  const block = Buffer.concat([
    encode(Buffer.from(name).toString('latin1'), 100),
    octal(isFolder ? 0o700 : 0o600, 8),
    octal(0, 8),
    octal(0, 8),
    octal(size, 12),
    octal(0, 12),
    encode(' '.repeat(8), 8),
    encode(isFolder ? '5' : '0', 1),
    encode('', 100),
    encode('ustar\x0000', 8),
    encode('', 247),
  ])
  octal(sum(block), 7).copy(block, 148)
  return block
}

export function readHeader(block: Buffer): { name: string; size: number; isFolder: boolean } {
  const text = (from: number, to: number) => block.subarray(from, to).toString('utf8').split('\0')[0] ?? ''
  const told = parseInt(text(148, 156), 8)
  const blank = Buffer.from(block)
  blank.fill(' ', 148, 156)
  if (told !== sum(blank)) throw new Error('It is damaged: a header does not add up')
  return { name: text(0, 100), size: parseInt(text(124, 136), 8), isFolder: text(156, 157) === '5' }
}

export const padding = (size: number) => Buffer.alloc((512 - (size % 512)) % 512)

const sum = (block: Buffer) => block.reduce((total, byte) => total + byte, 0)
