import fs from 'node:fs'
import vm from 'node:vm'
import { expect, test, vi } from 'vitest'

type Listener = (event: Record<string, unknown>) => void
type Window = { url: string; navigate: (href: string) => Promise<{ focus: () => void }> }

/** public/sw.js in a room of its own, with what a browser would give it. */
function worker(windows: Window[] = []) {
  const listeners = new Map<string, Listener>()
  const showNotification = vi.fn(() => Promise.resolve())
  const openWindow = vi.fn(() => Promise.resolve())
  const fetch = vi.fn(() => Promise.resolve())
  const subscribe = vi.fn((_options: unknown) => Promise.resolve(address('again')))
  const self = {
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    location: { origin: 'https://doorstep.example.org' },
    registration: { showNotification, pushManager: { subscribe } },
    clients: { matchAll: () => Promise.resolve(windows), openWindow },
  }
  vm.runInNewContext(fs.readFileSync('public/sw.js', 'utf8'), { self, URL, caches: {}, fetch })
  const tell = async (name: string, event: Record<string, unknown>) => {
    let work: Promise<unknown> | undefined
    listeners.get(name)?.({ ...event, waitUntil: (its: Promise<unknown>) => (work = its) })
    await work
  }
  return { tell, showNotification, openWindow, fetch, subscribe }
}

const never = vi.fn(() => Promise.reject(new Error('this window was to be left alone')))
const keys = { p256dh: 'p', auth: 'a' }
const address = (name: string) => ({ toJSON: () => ({ endpoint: `https://push.example.com/${name}`, keys }) })
const clicked = (data: string) => ({ notification: { data, close: vi.fn() } })

test('shows what came, one at a time', async () => {
  const { tell, showNotification } = worker()
  const said = { title: 'Doorstep', body: 'Something new. Open to read.', path: '/account/news' }
  await tell('push', { data: { json: () => said } })
  expect(showNotification).toHaveBeenCalledExactlyOnceWith(
    'Doorstep',
    expect.objectContaining({ body: said.body, data: '/account/news', tag: 'news', renotify: true }),
  )
})

test('opens the list: in the window that shows it already, else in a new one', async () => {
  const focus = vi.fn()
  const navigate = vi.fn(() => Promise.resolve({ focus }))
  const url = 'https://doorstep.example.org/account/news?from=home'
  await worker([
    { url: 'https://doorstep.example.org/home', navigate: never },
    { url, navigate },
  ]).tell('notificationclick', clicked('/account/news'))
  expect(navigate).toHaveBeenCalledExactlyOnceWith('https://doorstep.example.org/account/news')
  expect(focus).toHaveBeenCalledOnce()
  const { tell, openWindow } = worker()
  await tell('notificationclick', clicked('/account/news'))
  expect(openWindow).toHaveBeenCalledExactlyOnceWith('https://doorstep.example.org/account/news')
  const held = worker([{ url, navigate: () => Promise.reject(new TypeError('not its window')) }])
  await held.tell('notificationclick', clicked('/account/news'))
  expect(held.openWindow).toHaveBeenCalledOnce()
})

test('leaves alone a window in which somebody may be writing', async () => {
  const { tell, openWindow } = worker([{ url: 'https://doorstep.example.org/home/log', navigate: never }])
  await tell('notificationclick', clicked('/account/news'))
  expect(openWindow).toHaveBeenCalledExactlyOnceWith('https://doorstep.example.org/account/news')
  expect(never).not.toHaveBeenCalled()
})

test('opens nothing elsewhere', async () => {
  const { tell, openWindow } = worker()
  await tell('notificationclick', clicked('https://elsewhere.example/'))
  expect(openWindow).not.toHaveBeenCalled()
})

test('says where it is rung from now on, when the browser changed that', async () => {
  const { tell, fetch, subscribe } = worker()
  const told = (name: string) => [
    '/api/push',
    { method: 'POST', body: JSON.stringify({ endpoint: `https://push.example.com/${name}`, ...keys }) },
  ]
  await tell('pushsubscriptionchange', { newSubscription: address('given') })
  expect(fetch.mock.lastCall).toEqual(told('given'))
  const options = { userVisibleOnly: true }
  await tell('pushsubscriptionchange', { oldSubscription: { options }, newSubscription: null })
  expect(subscribe).toHaveBeenCalledExactlyOnceWith(options)
  expect(fetch.mock.lastCall).toEqual(told('again'))
  await tell('pushsubscriptionchange', {})
  expect(fetch).toHaveBeenCalledTimes(2)
})
