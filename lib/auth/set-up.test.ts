import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { complaintsAbout } from '@/db/cli/environment'
import { keepPushKey, keepSessionSecret } from '@/db/cli/kept-secret'
import { closeDatabase } from '@/db/client'
import { protocol, service } from '@/db/schema'
import { withTestDatabase } from '@/db/testing/test-database'
import { asViewer } from '@/lib/data/as-viewer'
import { membersOf } from '@/lib/data/member'
import { hatsOf } from './hats'
import { isSetUpOpen, offerSetUp, setUp } from './set-up'

const good = {
  NEXTAUTH_URL: 'https://doorstep.example.org',
  NEXTAUTH_SECRET: 'Zk3v9qXw72LmNcB1rTyUe5HdGs8JpA0f',
}

describe('complaintsAbout', () => {
  it('has nothing to say about good settings', () => expect(complaintsAbout(good)).toEqual([]))
  it('takes the keys it makes itself, the same at every start', () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-'))
    const made = { NEXTAUTH_SECRET: keepSessionSecret(home), PUSH_KEY: keepPushKey(home) }
    expect(complaintsAbout({ ...good, ...made })).toEqual([])
    expect([keepSessionSecret(home), keepPushKey(home)]).toEqual(Object.values(made))
    for (const file of ['session-secret', 'push-key'])
      expect(fs.statSync(path.join(home, file)).mode & 0o777).toBe(0o600)
    fs.rmSync(home, { recursive: true })
  })
  it.each([
    [{ NEXTAUTH_URL: undefined }, /NEXTAUTH_URL is not set/],
    [{ NEXTAUTH_URL: 'doorstep.example.org' }, /not an address/],
    [{ NEXTAUTH_URL: 'http://doorstep.example.org' }, /https/],
    [{ NEXTAUTH_SECRET: undefined }, /NEXTAUTH_SECRET is not set/],
    [{ NEXTAUTH_SECRET: 'short' }, /weak/],
    [{ NEXTAUTH_SECRET: 'a'.repeat(40) }, /weak/],
    [{ NEXTAUTH_SECRET: 'changeme-changeme-changeme-changeme-1234' }, /weak/],
    [{ AUTH_TRUST_HOST: 'true' }, /AUTH_TRUST_HOST/],
    [{ PUSH_KEY: 'short' }, /^PUSH_KEY is not 32 random bytes/],
    [{ PUSH_KEY: 'A'.repeat(43) }, /^PUSH_KEY is not 32 random bytes/],
    [{ S3_URL: 'photos.example.org' }, /^S3_URL is not an address like/],
  ])('refuses %j', (wrong, sentence) => {
    expect(complaintsAbout({ ...good, ...wrong })).toEqual([expect.stringMatching(sentence)])
  })
})

describe('an empty house', () => {
  let drop = () => Promise.resolve()
  beforeAll(async () => void ({ drop } = await withTestDatabase()))
  afterAll(async () => {
    await closeDatabase()
    await drop()
  })

  test('opens once for whoever holds the newest key, and for one of two at once', async () => {
    const now = Temporal.Now.instant()
    const founding = {
      practice: 'Slow Door',
      zone: 'Europe/Vienna',
      name: 'Ines',
      email: 'ines@example.test',
    }
    const older = (await offerSetUp()) ?? ''
    const key = (await offerSetUp()) ?? ''
    expect(await isSetUpOpen(older)).toBe(false)
    expect(await isSetUpOpen(key)).toBe(true)
    expect(await setUp(older, founding, null, now)).toBeNull()
    const both = await Promise.all([key, key].map((token) => setUp(token, founding, 'Firefox, Linux', now)))
    const opened = both.filter((one) => one !== null)
    expect(opened).toHaveLength(1)

    const hats = await hatsOf(opened[0]?.token ?? '')
    const viewer = hats?.members[0]
    expect(viewer).toMatchObject({ role: 'owner', practiceName: 'Slow Door', name: 'Ines' })
    if (!viewer) throw new Error('nobody signed in')
    expect(await membersOf(viewer, now)).toMatchObject([
      { email: 'ines@example.test', role: 'owner', isMe: true },
    ])
    const made = await asViewer(viewer, async (tx) => ({
      services: (await tx.select().from(service)).length,
      protocols: (await tx.select().from(protocol)).map(({ species }) => species).sort(),
    }))
    expect(made).toEqual({ services: 3, protocols: ['cat', 'rat'] })
    expect(await offerSetUp()).toBeNull()
    expect(await isSetUpOpen(key)).toBe(false)
    expect(await setUp(key, founding, null, now)).toBeNull()
  })
})
