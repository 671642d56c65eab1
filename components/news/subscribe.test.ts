import { beforeEach, expect, test, vi } from 'vitest'
import { subscribe, unsubscribe } from './subscribe'

const key = Buffer.alloc(65, 4).toString('base64url')
const keys = { p256dh: 'p', auth: 'a' }
let done: string[]
beforeEach(() => {
  done = []
  vi.unstubAllGlobals()
})

/** A browser with a worker of ours, and perhaps somebody’s address from before. */
function browser({ says = 'granted', former = false, fails = '' } = {}) {
  const note = (what: string) => () => Promise.resolve(done.push(what))
  const pushManager = {
    getSubscription: () => Promise.resolve(former ? { unsubscribe: note('given back') } : null),
    subscribe: ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
      done.push(`asked with ${applicationServerKey.length} bytes`)
      if (fails) return Promise.reject(new DOMException('no', fails))
      return Promise.resolve({ toJSON: () => ({ endpoint: 'https://push.example.com/1', keys }) })
    },
  }
  const worker = { pushManager }
  vi.stubGlobal('Notification', { requestPermission: () => Promise.resolve(says) })
  vi.stubGlobal('navigator', {
    serviceWorker: {
      register: note('registered'),
      ready: Promise.resolve(worker),
      getRegistration: () => Promise.resolve(worker),
    },
  })
}

test('asks the person, gives a former address back, and has a new one', async () => {
  browser({ former: true })
  expect(await subscribe(key)).toEqual({ endpoint: 'https://push.example.com/1', ...keys })
  expect(done).toEqual(['registered', 'given back', 'asked with 65 bytes'])
})

test('says whether it was the person or the service', async () => {
  browser({ says: 'denied' })
  expect(await subscribe(key)).toBe('refused')
  expect(done).toEqual([])
  browser({ fails: 'NotAllowedError' })
  expect(await subscribe(key)).toBe('refused')
  browser({ fails: 'AbortError' })
  expect(await subscribe(key)).toBe('unreached')
})

test('gives the address back on leaving, where there is one', async () => {
  browser({ former: true })
  await unsubscribe()
  browser()
  await unsubscribe()
  expect(done).toEqual(['given back'])
  for (const none of [{}, { serviceWorker: { getRegistration: () => Promise.resolve(undefined) } }]) {
    vi.stubGlobal('navigator', none)
    await unsubscribe()
  }
})
