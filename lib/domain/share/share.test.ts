import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { stateOfLink } from './link'
import { shareLinkSchema } from './schema'

const at = (text: string) => Temporal.Instant.from(text)

it('a link is over at its moment, and revoked for good', () => {
  const expiresAt = at('2026-05-28T08:00:00Z')
  expect(stateOfLink({ expiresAt, revokedAt: null }, at('2026-05-28T07:59:59Z'))).toBe('live')
  expect(stateOfLink({ expiresAt, revokedAt: null }, expiresAt)).toBe('expired')
  expect(stateOfLink({ expiresAt, revokedAt: at('2026-05-15T00:00:00Z') }, expiresAt)).toBe('revoked')
})

it('holds at most ninety days; nothing said is the usual two weeks', () => {
  const animalId = '018f4b6e-0000-4000-8000-000000000001'
  expect(shareLinkSchema.parse({ animalId, audience: 'friend', days: '' }).days).toBeUndefined()
  expect(shareLinkSchema.safeParse({ animalId, audience: 'friend', days: '91' }).success).toBe(false)
  expect(shareLinkSchema.safeParse({ animalId, audience: 'friend', days: '0' }).success).toBe(false)
})

it('a sitter is told whom to call, and a PIN is four to eight digits or none', () => {
  const link = { animalId: '018f4b6e-0000-4000-8000-000000000001', audience: 'sitter', days: '' }
  expect(shareLinkSchema.safeParse(link).success).toBe(false)
  const called = { ...link, callPhone: '0316 555 010' }
  const takes = (pin: string) => shareLinkSchema.safeParse({ ...called, pin }).success
  expect(['', '4711', '12345678', '471', '123456789', '47a1'].map(takes)).toEqual([
    ...[true, true, true, false, false, false],
  ])
})
