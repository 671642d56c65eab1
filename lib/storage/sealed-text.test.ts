import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openText, sealText } from './sealed-text'

beforeEach(() => vi.stubEnv('NEXTAUTH_SECRET', 'a secret for tests, long enough to be one'))
afterEach(() => vi.unstubAllEnvs())

describe('a sealed text', () => {
  it('is read where it was put, whatever is in it, and reads as nothing of it', () => {
    for (const text of ['', '4711#', 'Schlüssel 🔑 links', 'رمز']) {
      const sealed = sealText(text, 'a:b')
      expect(openText(sealed, 'a:b')).toBe(text)
      if (text) expect(Buffer.from(sealed, 'base64url').includes(Buffer.from(text))).toBe(false)
      expect(sealText(text, 'a:b')).not.toBe(sealed)
    }
  })

  it('is nothing in another row, changed, cut off, or with another secret', () => {
    const sealed = sealText('4711#', 'a:b')
    expect(openText(sealed, 'a:c')).toBeNull()
    expect(openText(sealed.slice(0, -4), 'a:b')).toBeNull()
    expect(openText(`${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`, 'a:b')).toBeNull()
    expect(openText('', 'a:b')).toBeNull()
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret, just as long as the first one')
    expect(openText(sealed, 'a:b')).toBeNull()
  })
})
