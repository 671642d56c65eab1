const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "Moth", "Moth and Fig", "Moth, Fig and Pip". */
export const listOf = (names: readonly string[]): string => list.format(names)
