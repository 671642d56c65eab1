/** What a household agrees to, each with its own dated record. */
export const consentKinds = ['service_agreement', 'photos', 'recording', 'vet_sharing'] as const
export type ConsentKind = (typeof consentKinds)[number]

type Record = { kind: ConsentKind; givenOn: string; given: boolean }

/**
 * The record of each kind that holds: the latest day, and of two on one day the one written down later.
 * `records` come in the order in which they were written down. A kind nobody was asked about is absent.
 */
export function consentsHolding<T extends Record>(records: readonly T[]): Map<ConsentKind, T> {
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
export function allowsPhotos(records: readonly Record[]): boolean {
  const holding = consentsHolding(records)
  return (holding.get('photos') ?? holding.get('recording'))?.given ?? false
}
