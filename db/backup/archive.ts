import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { createGunzip, createGzip, gzipSync } from 'node:zlib'
import { padding, readHeader, writeHeader } from './tar'

export type Entry = { path: string; size: number; sha256: string }
export const manifestName = 'doorstep-manifest.json'

/** Writes a tar.gz a person could open by hand; the manifest comes last and seals it. */
export function createArchive(file: string) {
  const gzip = createGzip({ level: 5 })
  const out = fs.createWriteStream(file, { mode: 0o600 })
  gzip.pipe(out)
  const failed = new Promise<never>((_, reject) => {
    out.once('error', reject)
    gzip.once('error', reject)
  })
  failed.catch(() => undefined)
  const entries: Entry[] = []
  const write = async (bytes: Buffer) => {
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), failed])
  }
  return {
    entries,
    folder: (name: string) => write(writeHeader(`${name}/`, 0)),
    async file(name: string, source: string | Buffer) {
      const hash = createHash('sha256')
      const size = typeof source === 'string' ? fs.statSync(source).size : source.length
      await write(writeHeader(name, size))
      for await (const chunk of exactly(source, size)) {
        hash.update(chunk)
        await write(chunk)
      }
      await write(padding(size))
      entries.push({ path: name, size, sha256: hash.digest('hex') })
    },
    async close() {
      gzip.end()
      await Promise.race([once(out, 'close'), failed])
    },
  }
}

/** The seal: a second gzip member, so that it can tell what was found when the copy was tried. */
export async function sealArchive(file: string, manifest: object): Promise<void> {
  const text = Buffer.from(JSON.stringify(manifest))
  const member = [writeHeader(manifestName, text.length), text, padding(text.length), Buffer.alloc(1024)]
  const handle = await open(file, 'a')
  await handle.writeFile(gzipSync(Buffer.concat(member)))
  await handle.sync()
  await handle.close()
}

/**
 * Unpacks below `target` (PostgreSQL's recovery brings the files to the disk) and returns what was read, with the manifest's
 * text when there was one.
 */
export async function unpack(file: string, target: string): Promise<{ found: Entry[]; manifest?: string }> {
  const found: Entry[] = []
  let manifest: string | undefined
  const stream = fs.createReadStream(file).on('error', (error) => gunzip.destroy(error))
  const gunzip = createGunzip()
  stream.pipe(gunzip)
  const read = reader(gunzip)
  for (;;) {
    const block = await read(512)
    if (!block || block.every((byte) => byte === 0)) break
    const { name, size, isFolder } = readHeader(block)
    const place = path.resolve(target, name)
    if (place !== target && !place.startsWith(target + path.sep)) throw new Error(`A strange name: ${name}`)
    if (name === manifestName) manifest = (await read(size))?.toString('utf8')
    else if (isFolder) fs.mkdirSync(place, { recursive: true, mode: 0o700 })
    else found.push({ path: name, size, sha256: await writeOut(place, size, read) })
    if (!isFolder && padding(size).length > 0) await read(padding(size).length)
  }
  return manifest === undefined ? { found } : { found, manifest }
}

type Read = (bytes: number) => Promise<Buffer | undefined>

async function writeOut(place: string, size: number, read: Read): Promise<string> {
  const hash = createHash('sha256')
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 })
  const handle = await open(place, 'wx', 0o600)
  try {
    for (let left = size; left > 0;) {
      const chunk = await read(Math.min(left, 1 << 16))
      if (!chunk) throw new Error(`It ends in the middle of ${path.basename(place)}`)
      hash.update(chunk)
      await handle.write(chunk)
      left -= chunk.length
    }
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}

/** Exactly so many bytes each time; undefined at a clean end. */
function reader(stream: AsyncIterable<Buffer>): Read {
  const chunks = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return async (bytes) => {
    while (rest.length < bytes) {
      const next = await chunks.next()
      if (next.done) return undefined
      rest = rest.length > 0 ? Buffer.concat([rest, next.value]) : next.value
    }
    const taken = rest.subarray(0, bytes)
    rest = rest.subarray(bytes)
    return taken
  }
}

/** A file of a running server may grow or shrink while it is read; the write-ahead log repairs either. */
async function* exactly(source: string | Buffer, size: number): AsyncGenerator<Buffer> {
  let left = size
  if (typeof source === 'string' && size > 0) {
    for await (const chunk of fs.createReadStream(source, { end: size - 1 }) as AsyncIterable<Buffer>) {
      left -= chunk.length
      yield chunk
    }
  } else if (typeof source !== 'string') {
    left = 0
    yield source
  }
  while (left > 0) {
    const zeros = Buffer.alloc(Math.min(left, 1 << 16))
    left -= zeros.length
    yield zeros
  }
}
