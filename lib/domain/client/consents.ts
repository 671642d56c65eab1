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
