import { expect, it } from 'vitest'
import { mailFor } from './news'

const stood = { stands: true, start: '2026-05-14T10:00:00', consultantId: 'jonas', why: null, over: false }
const gone = { ...stood, stands: false }
const moved = { ...stood, start: '2026-05-15T09:00:00' }

it('tells a household once what became of its visit, and nothing where nothing did', () => {
  expect(mailFor(null, stood)).toBe('booking')
  expect(mailFor(null, gone)).toBeNull()
  expect(mailFor(stood, moved)).toBe('change')
  expect(mailFor(stood, stood)).toBeNull()
  expect(mailFor(stood, gone)).toBe('cancellation')
  expect(mailFor(gone, gone)).toBeNull()
  expect(mailFor(gone, stood)).toBe('booking')
  expect(mailFor(stood, { ...stood, consultantId: 'ines' })).toBe('handOver')
  expect(mailFor(stood, { ...moved, consultantId: 'ines' })).toBe('change')
})
