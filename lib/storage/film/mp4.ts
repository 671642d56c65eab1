import { filmGrace, mostFilmSeconds } from '@/lib/domain/photo/photo'
import type { Source } from '../source'
import { box, boxesIn, placesIn, the, words, type Place } from './boxes'
import { broken, NotAFilm, type Film, type Piece } from './film'
import { trackFrom, type Track } from './track'

/** The index of half a minute has a few ten thousand bytes. */
const mostIndex = 4 * 1024 * 1024

/**
 * An MP4 or MOV file written anew: one track of picture, one of sound, their data and nothing else. Where and
 * when it was taken, with what, positions recorded beside the picture, and whatever hides between the boxes
 * are not copied. Throws NotAFilm.
 */
export async function mp4From(source: Source): Promise<Film> {
  const places = await placesIn(source)
  if (places.some(({ type }) => type === 'moof')) throw new NotAFilm('filmKind')
  const index = places.find(({ type }) => type === 'moov')
  if (!index || index.length > mostIndex) throw broken()
  const moov = boxesIn(await source.read(index.at, index.length))
  const tracks = moov.filter(({ type }) => type === 'trak').map(({ body }) => trackFrom(body))
  const picture = tracks.find((track) => track?.kind === 'vide')
  if (!picture) throw new NotAFilm('filmKind')
  const sound = tracks.find((track) => track?.kind === 'soun')
  const both = sound ? [picture, sound] : [picture]
  const seconds = Math.max(...both.map((track) => track.seconds))
  if (seconds > mostFilmSeconds + filmGrace) throw new NotAFilm('filmTooLong')

  const data = inOrder(
    both,
    places.filter(({ type }) => type === 'mdat'),
  )
  const head = box('ftyp', Buffer.from('isom'), words(512), Buffer.from('isomiso2mp41'))
  const mvhd = Buffer.from(the(moov, 'mvhd'))
  if (mvhd.length < 100) throw broken()
  mvhd.fill(0, 4, mvhd[0] === 1 ? 20 : 12)
  const written = (start: number) =>
    box('moov', box('mvhd', mvhd), ...both.map((track) => track.written(placesOf(track, data, start))))
  const start = head.length + written(0).length + 8
  const total = data.reduce((sum, { chunk }) => sum + chunk.length, 0)
  const pieces: Piece[] = [head, written(start), Buffer.concat([words(total + 8), Buffer.from('mdat')])]
  for (const { chunk } of data) pieces.push(chunk)
  const { width, height } = picture
  return { format: 'mp4', width, height, durationMs: Math.round(seconds * 1000), pieces }
}

type Laid = { track: Track; chunk: Track['chunks'][number]; offset: number }

/** Every chunk once, in the order of the file. Each lies within its data, and none over another. */
function inOrder(tracks: readonly Track[], mdat: readonly Place[]): Laid[] {
  const laid = tracks
    .flatMap((track) => track.chunks.map((chunk) => ({ track, chunk, offset: 0 })))
    .sort((a, b) => a.chunk.at - b.chunk.at)
  let [end, offset] = [0, 0]
  for (const one of laid) {
    const { at, length } = one.chunk
    if (at < end || !mdat.some((place) => at >= place.at && at + length <= place.at + place.length))
      throw broken()
    one.offset = offset
    end = at + length
    offset += length
  }
  return laid
}

const placesOf = (track: Track, data: readonly Laid[], start: number): number[] => {
  const places = new Map(
    data.filter((one) => one.track === track).map(({ chunk, offset }) => [chunk, offset]),
  )
  return track.chunks.map((chunk) => start + (places.get(chunk) ?? 0))
}
