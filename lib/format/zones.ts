/** Every IANA zone this server knows, for a list to choose from. */
export const zoneNames = (): readonly string[] => (known ??= ['UTC', ...Intl.supportedValuesOf('timeZone')])

let known: readonly string[] | undefined

/** The zone this server stands in: a first guess for a practice, no more. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
