import { locale } from './locale'

/** "Moth", "Moth and Fig", "Moth, Fig and Pip". */
export const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names)
