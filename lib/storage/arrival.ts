import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { mostFilmBytes } from '@/lib/domain/photo/photo'
import { mostOf } from './checked'
import { sourceOfFile, type Source } from './source'

/** A form's own words around a file of the largest size. */
const around = 64 * 1024

export type Arrived = { fields: Record<string, string>; file: Source | null }
export type NotArrived = 'tooBig' | 'filmTooBig' | 'badForm'

/**
 * A form with one file: its fields, and the file on disk for as long as `use` takes. What is too large is not
 * read to its end, and nothing is ever whole in memory.
 */
export async function withArrival<T>(request: Request, use: (arrived: Arrived | NotArrived) => Promise<T>) {
  if (Number(request.headers.get('content-length') ?? 0) > mostFilmBytes + around) return use('filmTooBig')
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'doorstep-arrival-'))
  try {
    const place = path.join(folder, 'file')
    const arrived = await arrival(request, place)
    if (typeof arrived === 'string') return await use(arrived)
    const file = arrived.file ? await fs.open(place) : null
    try {
      const source = file && sourceOfFile(file, (await file.stat()).size)
      return await use({ fields: arrived.fields, file: source })
    } finally {
      await file?.close()
    }
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

class Refused extends Error {
  constructor(readonly reason: NotArrived) {
    super(reason)
  }
}

async function arrival(
  request: Request,
  place: string,
): Promise<{ fields: Record<string, string>; file: boolean } | NotArrived> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data;\s*boundary=/i.test(type)) return 'badForm'
  const fields: Record<string, string> = {}
  let coming: BusboyFileStream | undefined
  let writing: Promise<void> | undefined
  try {
    const form = new Busboy({
      headers: { 'content-type': type },
      limits: { fields: 20, fieldSize: 1024, files: 1, headerPairs: 50 },
    })
    form.on('field', (name, value) => {
      fields[name] = value
    })
    form.on('file', (_name, file) => {
      coming = file
      // The parser may still complain of a file that nobody reads any more; unheard, that ends the process.
      file.on('error', () => undefined)
      writing = keep(file, place)
      writing.catch((error: Error) => form.destroy(error))
    })
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), form)
    await writing
    return { fields, file: writing !== undefined }
  } catch (error) {
    coming?.destroy()
    const cause: unknown = await Promise.resolve(writing).catch((failed: unknown) => failed)
    const reason = [error, cause].find((one) => one instanceof Refused)
    if (reason) return reason.reason
    // The disk, not the form.
    if ((cause as NodeJS.ErrnoException | undefined)?.syscall !== undefined) throw cause
    // Cut off on its way, or no form although it says so.
    return 'badForm'
  }
}

/** Writes a file as it comes, until it is larger than its kind may be. */
async function keep(file: BusboyFileStream, place: string): Promise<void> {
  const target = await fs.open(place, 'wx', 0o600)
  try {
    let size = 0
    let head = Buffer.alloc(0)
    for await (const part of file as AsyncIterable<Buffer>) {
      if (head.length < 16) head = Buffer.concat([head, part.subarray(0, 16)])
      const most = mostOf(head)
      size += part.length
      if (size > most) throw new Refused(most === mostFilmBytes ? 'filmTooBig' : 'tooBig')
      await target.writeFile(part)
    }
  } finally {
    await target.close()
  }
}
