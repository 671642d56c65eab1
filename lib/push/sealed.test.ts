import { createECDH } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal } from './sealed'

const bytes = (text: string) => Buffer.from(text, 'base64url')

test('seals the worked example of RFC 8291, appendix A, byte by byte', () => {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'))
  const sealed = seal(
    'When I grow up, I want to be a watermelon',
    {
      p256dh: bytes(
        'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      ),
      auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
    },
    { pair, salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'), padTo: 0 },
  )
  expect(sealed.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

test('is of one length, whatever it says, and never the same twice', () => {
  const browser = createECDH('prime256v1')
  const keys = { p256dh: browser.generateKeys(), auth: bytes('BTBZMqHH6r4Tts7J_aSIgg') }
  const [short, long] = [seal('a', keys), seal('ä'.repeat(100), keys)]
  expect(short.length).toBe(long.length)
  expect(seal('a', keys).equals(short)).toBe(false)
  expect(() => seal('a'.repeat(256), keys)).toThrow(RangeError)
})
