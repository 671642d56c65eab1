import type { Option } from '@/components/form/inputs'
import { text } from '@/lib/format/text'

/** The keys of one closed set with their words from the observation catalogue. */
export const optionsOf = (set: string, keys: readonly string[]): Option[] =>
  keys.map((value) => ({ value, label: text('observation')(`${set}.${value}`) }))

/** The same for one of a few: a blank can be chosen again, and is never a bad mark. */
export const choicesOf = (set: string, keys: readonly string[]): Option[] => [
  ...optionsOf(set, keys),
  notSeen(),
]

export const notSeen = (): Option => ({ value: '', label: text('observation')('notSeen') })
