import { AsyncLocalStorage } from 'node:async_hooks'
import { makeZip } from 'client-zip'
import { Temporal } from 'temporal-polyfill'
import { householdDataOf } from '@/lib/data/household-data'
import { openPhoto } from '@/lib/data/photo'
import { openThreadPhoto } from '@/lib/data/thread-photo'
import type { GuardianViewer } from '@/lib/domain/access/viewer'
import { householdJsonSchema, rowShapes, type HouseholdData } from '@/lib/domain/household-data/schema'
import { NotFound } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { dayInYear } from '@/lib/format/dates'
import { tableCsv } from '@/lib/format/household-csv'
import { text } from '@/lib/format/text'
import { pdfOf } from '@/lib/paper/pdf'
import { sheetFor } from '@/lib/paper/sheets'

type File = { name: string; input: string | Uint8Array | AsyncIterable<Uint8Array> }

/** Tables that open in a spreadsheet. */
const tables = ['sessions', 'visits', 'measures', 'obstacles', 'messages'] as const

/**
 * The zip of a household, made while it is read: one file after the other, a film in parts, so that it is never whole
 * in memory or on a disk. What is taken away meanwhile is left out. Times inside a zip have no zone: they are UTC.
 */
export async function householdZip(
  viewer: GuardianViewer,
  now: Temporal.Instant,
): Promise<ReadableStream<Uint8Array>> {
  const data = await householdDataOf(viewer, viewer.clientId, now)
  const files = filesOf(viewer, data, now)
  let reading: AsyncIterator<Uint8Array> | undefined
  // The browser pulls later, from outside of the request that asked.
  const asAsked = AsyncLocalStorage.snapshot()
  const next = async () => {
    const { done, value } = await asAsked(() => files.next())
    if (done) return { done, value: undefined }
    const { name, input } = value
    const dated = { name, lastModified: now.epochMilliseconds }
    if (typeof input === 'string' || input instanceof Uint8Array) return { value: { ...dated, input } }
    const parts = (reading = input[Symbol.asyncIterator]())
    return { value: { ...dated, input: { [Symbol.asyncIterator]: () => parts } } }
  }
  // The zip is given up: the file that is being read is closed.
  const giveUp = async () => {
    await reading?.return?.()
    return files.return(undefined)
  }
  return makeZip({ [Symbol.asyncIterator]: () => ({ next, throw: giveUp }) })
}

async function* filesOf(
  viewer: GuardianViewer,
  data: HouseholdData,
  now: Temporal.Instant,
): AsyncGenerator<File> {
  const t = text('data')
  const day = dayInYear(now, viewer.zone)
  const { name } = data.household
  yield { name: t('file.readme'), input: t('readme', { name, day, practice: data.practice.name }) }
  yield { name: 'household.json', input: JSON.stringify(data, null, 2) }
  yield { name: 'household.schema.json', input: JSON.stringify(householdJsonSchema(), null, 2) }
  for (const table of tables) {
    const fields = Object.keys(rowShapes[table].shape)
    yield { name: `${table}.csv`, input: tableCsv(data[table], fields) }
  }
  const days = new Map(data.visits.map(({ id, localStart }) => [id, localStart.slice(0, 10)]))
  for (const { visitId } of data.summaries) {
    const pdf = await unlessGone(summaryPdf(viewer, visitId, now))
    if (pdf) yield { name: `summaries/${days.get(visitId) ?? ''}-${visitId.slice(0, 8)}.pdf`, input: pdf }
  }
  const names = new Map(data.animals.map(({ id, name: animal }) => [id, plain(animal)]))
  for (const { id, animalId, format, addedAt, takenAt } of data.photos) {
    const taken = dayOf(Temporal.Instant.from(takenAt ?? addedAt), viewer.zone).toString()
    const photo = await unlessGone(openPhoto(viewer, id))
    const bytes = photo && (await unlessGone(photo.part(0, photo.size - 1)))
    const of = names.get(animalId) ?? ''
    if (bytes) yield { name: `photos/${taken}-${of}-${id.slice(0, 8)}.${format}`, input: bytes }
  }
  for (const { photoId, writtenAt } of data.messages) {
    const picture = photoId === null ? null : await unlessGone(openThreadPhoto(viewer, photoId))
    if (picture && photoId !== null)
      yield { name: `messages/${writtenAt.slice(0, 10)}-${photoId.slice(0, 8)}.webp`, input: picture }
  }
}

async function summaryPdf(viewer: GuardianViewer, visitId: string, now: Temporal.Instant): Promise<Buffer> {
  const sheet = await sheetFor('visit', viewer, { id: visitId }, now)
  return pdfOf(sheet, async (photoId) => {
    const photo = await unlessGone(openPhoto(viewer, photoId))
    return photo && unlessGone(photo.whole())
  })
}

/** What was there when the list was made and is not any more. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | null> {
  return reading.catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
}

/** Letters that every file system takes. */
const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
