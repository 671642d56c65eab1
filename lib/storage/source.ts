import type { FileHandle } from 'node:fs/promises'

/** Bytes that arrived, readable in any order: in memory from a test or a queue, in a file from a browser. */
export type Source = {
  size: number
  /** At most `length` bytes from `at`; fewer only at the end. */
  read: (at: number, length: number) => Promise<Buffer>
}

export const sourceOf = (bytes: Uint8Array): Source => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return {
    size: whole.length,
    read: (at, length) => Promise.resolve(whole.subarray(at, at + length)),
  }
}

export const sourceOfFile = (file: FileHandle, size: number): Source => ({
  size,
  async read(at, length) {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)))
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, at + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  },
})

const step = 256 * 1024

/** A stretch of a source, in parts that fit into memory. */
export async function* stretch(source: Source, at: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; done += step) yield source.read(at + done, Math.min(step, length - done))
}
