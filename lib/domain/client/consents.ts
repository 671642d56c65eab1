/** What a household agrees to, each with its own dated record. */
export const consentKinds = ['service_agreement', 'photos', 'recording', 'vet_sharing'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** What was said, and on which ISO day. */
export type ConsentAnswer = { kind: ConsentKind; givenOn: string; given: boolean }

/**
 * The record of each kind that holds: the latest day, and of two on one day the one written down later.
 * `records` come in the order in which they were written down. A kind nobody was asked about is absent.
 */
export function consentsHolding<T extends ConsentAnswer>(records: readonly T[]): Map<ConsentKind, T> {
  const holding = new Map<ConsentKind, T>()
  for (const record of records) {
    const before = holding.get(record.kind)
    if (!before || record.givenOn >= before.givenOn) holding.set(record.kind, record)
  }
  return holding
}

/**
 * Whether the household lets its animals be photographed: its answer about photos decides, and where nobody
 * asked about photos, its answer about recordings. Nobody asked at all is a no.
 */
export function allowsPhotos(records: readonly ConsentAnswer[]): boolean {
  const holding = consentsHolding(records)
  return (holding.get('photos') ?? holding.get('recording'))?.given ?? false
}

/** Whether the household lets its animals be filmed: its answer about recordings. Nobody asked is a no. */
export const allowsFilms = (records: readonly ConsentAnswer[]): boolean =>
  consentsHolding(records).get('recording')?.given ?? false

/** Whether the household lets its vet read what was seen. Nobody asked is a no. */
export const allowsVetSharing = (records: readonly ConsentAnswer[]): boolean =>
  consentsHolding(records).get('vet_sharing')?.given ?? false

/** Whether to ask about recordings: once, and not where they said no to photos. */
export function asksForRecording(records: readonly ConsentAnswer[]): boolean {
  const holding = consentsHolding(records)
  return !holding.has('recording') && holding.get('photos')?.given !== false
}
