import { Temporal } from 'temporal-polyfill'

const moments = {
  Instant: Temporal.Instant,
  PlainDate: Temporal.PlainDate,
  PlainDateTime: Temporal.PlainDateTime,
  PlainTime: Temporal.PlainTime,
  ZonedDateTime: Temporal.ZonedDateTime,
}
type Packed = { $: string; of: unknown }
const mark = '$'

/** Plain JSON of what pages are given: moments and maps are marked, everything else is as it was. */
export function packed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(packed)
  for (const [kind, Moment] of Object.entries(moments))
    if (value instanceof Moment) return { [mark]: kind, of: value.toString() }
  if (value instanceof Map) return { [mark]: 'Map', of: [...value].map(packed) }
  const plain = Object.getPrototypeOf(value) as unknown
  if ((plain !== Object.prototype && plain !== null) || Object.hasOwn(value, mark))
    throw new Error('only plain values, moments and maps travel')
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, packed(held)]))
}

/** What was packed, as it was. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(unpacked)
  if (Object.hasOwn(value, mark)) {
    const { [mark]: kind, of } = value as Packed
    if (kind === 'Map') return new Map(unpacked(of) as [unknown, unknown][])
    return moments[kind as keyof typeof moments].from(of as string)
  }
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, unpacked(held)]))
}
