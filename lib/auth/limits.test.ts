import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, test } from 'vitest'
import { connect } from '@/db/client'
import { limits, takeTurn } from './limits'
import { networkOf } from './network'
import { seal, unseal } from './seal'

const now = Temporal.Instant.from('2026-05-14T08:00:30Z')

describe('takeTurn', () => {
  it('allows exactly as many as it says, however many ask at once', async () => {
    const key = randomUUID()
    let allowed = 0
    const client = async () => {
      for (let turn = 0; turn < 25; turn++) if (await takeTurn('mailPerNetworkAndHour', key, now)) allowed++
    }
    await Promise.all(Array.from({ length: 8 }, client))
    expect(allowed).toBe(limits.mailPerNetworkAndHour.count)
  })

  it('counts each key and each window for itself', async () => {
    const key = randomUUID()
    expect(await takeTurn('mailPerAddressAndMinute', key, now)).toBe(true)
    expect(await takeTurn('mailPerAddressAndMinute', key, now)).toBe(false)
    expect(await takeTurn('mailPerAddressAndMinute', `${key}x`, now)).toBe(true)
    expect(await takeTurn('mailPerAddressAndMinute', key, now.add({ seconds: 60 }))).toBe(true)
  })

  it('keeps no address: a key is a hash', async () => {
    await takeTurn('mailPerAddressAndHour', 'lena@example.org', now)
    const pool = connect(process.env.MIGRATION_DATABASE_URL ?? '', { max: 1 })
    const rows = await pool.transaction((tx) =>
      tx.execute<{ row: string }>('select r::text as row from app.rate_limit r'),
    )
    expect(rows.map(({ row }) => row).join()).not.toContain('lena')
    await pool.$client.end()
  })
})

describe('networkOf', () => {
  const from = (forwarded: string | undefined, peer: string) =>
    new Headers({ 'x-doorstep-peer': peer, ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) })

  it('believes the socket where no proxy is configured', () => {
    expect(networkOf(from('1.2.3.4', '203.0.113.9'), 0)).toBe('203.0.113.9')
  })
  it('counts proxies from the right: what a client wrote in front is not believed', () => {
    expect(networkOf(from('6.6.6.6, 203.0.113.7', '10.0.0.1'), 1)).toBe('203.0.113.7')
    expect(networkOf(from('6.6.6.6, 203.0.113.7, 10.0.0.2', '10.0.0.1'), 2)).toBe('203.0.113.7')
  })
  it('takes the first half of an IPv6 address: the rest is free to choose', () => {
    expect(networkOf(from(undefined, '2001:db8:1:2:3:4:5:6'), 0)).toBe('2001:db8:1:2::/64')
    expect(networkOf(from(undefined, '2001:db8::1'), 0)).toBe('2001:db8:0:0::/64')
    expect(networkOf(from(undefined, '::ffff:203.0.113.9'), 0)).toBe('203.0.113.9')
  })
})

test('a seal is for one page and five minutes', () => {
  const sealed = seal('0123ABCD', 'page', now)
  expect(sealed).not.toContain('0123ABCD')
  expect(unseal(sealed, 'page', now.add({ minutes: 4 }))).toBe('0123ABCD')
  expect(unseal(sealed, 'page', now.add({ minutes: 5 }))).toBeUndefined()
  expect(unseal(sealed, 'other', now)).toBeUndefined()
  expect(unseal(`${sealed.slice(0, -2)}AA`, 'page', now)).toBeUndefined()
  expect(unseal('', 'page', now)).toBeUndefined()
})
