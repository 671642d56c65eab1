import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { afterLook, type Look } from './look'

const at = (time: string) => Temporal.Instant.from(`2026-05-14T${time}:00Z`)
const words = ({ seenAt, beforeAt }: Look) => [seenAt.toString(), beforeAt?.toString() ?? null]

test('the first look has none before it, looks within half an hour are one, a later one begins anew', () => {
  const first = afterLook(null, at('08:00'))
  expect(words(first)).toEqual(['2026-05-14T08:00:00Z', null])
  const again = afterLook(first, at('08:29'))
  expect(words(again)).toEqual(['2026-05-14T08:29:00Z', null])
  const later = afterLook(again, at('08:59'))
  expect(words(later)).toEqual(['2026-05-14T08:59:00Z', '2026-05-14T08:29:00Z'])
  expect(words(afterLook(later, at('09:10')))[1]).toBe('2026-05-14T08:29:00Z')
})
