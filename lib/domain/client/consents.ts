/** What a household agrees to, each with its own dated record. */
export const consentKinds = ['service_agreement', 'photos', 'recording', 'vet_sharing'] as const
export type ConsentKind = (typeof consentKinds)[number]
