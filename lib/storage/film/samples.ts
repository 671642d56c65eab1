import { broken } from './film'
import { the, type Box } from './boxes'

/** One stretch of a track's data, as its tables say where it stands. */
export type Chunk = { at: number; length: number }

/** 240 pictures a second, twice the longest film: what is more is not a film of a phone. */
const mostSamples = 20_000

/** Where the data of a track stands in the file. Every table is read within its own bounds. */
export function chunksOf(table: readonly Box[]): Chunk[] {
  const sizes = sizesOf(the(table, 'stsz'))
  const offsets = offsetsOf(table)
  const perChunk = runsOf(the(table, 'stsc'), offsets.length)
  let sample = 0
  const chunks = offsets.map((at, index) => {
    const last = sample + (perChunk[index] ?? 0)
    if (last > sizes.length) throw broken()
    let length = 0
    for (; sample < last; sample++) length += sizes[sample] ?? 0
    return { at, length }
  })
  if (sample !== sizes.length) throw broken()
  return chunks
}

/** How long a track plays, in its own units. */
export function ticksOf(table: readonly Box[]): number {
  const stts = the(table, 'stts')
  const count = count32(stts, 4, 8, mostSamples)
  let ticks = 0
  for (let run = 0; run < count; run++)
    ticks += stts.readUInt32BE(8 + run * 8) * stts.readUInt32BE(12 + run * 8)
  return ticks
}

function sizesOf(stsz: Buffer): number[] {
  if (stsz.length < 12) throw broken()
  const [every, count] = [stsz.readUInt32BE(4), stsz.readUInt32BE(8)]
  if (count > mostSamples) throw broken()
  if (every > 0) return Array<number>(count).fill(every)
  if (stsz.length < 12 + count * 4) throw broken()
  return Array.from({ length: count }, (_, at) => stsz.readUInt32BE(12 + at * 4))
}

function offsetsOf(table: readonly Box[]): number[] {
  const wide = table.find(({ type }) => type === 'co64')?.body
  const bytes = wide ?? the(table, 'stco')
  const count = count32(bytes, 4, wide ? 8 : 4, mostSamples)
  return Array.from({ length: count }, (_, at) =>
    wide ? Number(wide.readBigUInt64BE(8 + at * 8)) : bytes.readUInt32BE(8 + at * 4),
  )
}

/** How many samples each chunk has: said for runs of chunks. */
function runsOf(stsc: Buffer, chunks: number): number[] {
  const runs = count32(stsc, 4, 12, mostSamples)
  const perChunk = Array<number>(chunks).fill(0)
  for (let run = 0; run < runs; run++) {
    const first = stsc.readUInt32BE(8 + run * 12)
    const next = run + 1 < runs ? stsc.readUInt32BE(20 + run * 12) : chunks + 1
    if (first < 1 || next < first || next > chunks + 1) throw broken()
    perChunk.fill(stsc.readUInt32BE(12 + run * 12), first - 1, next - 1)
  }
  return perChunk
}

/** The number of entries a table says it has, where it has them. */
function count32(bytes: Buffer, at: number, each: number, most: number): number {
  if (bytes.length < at + 4) throw broken()
  const count = bytes.readUInt32BE(at)
  if (count > most || bytes.length < at + 4 + count * each) throw broken()
  return count
}
