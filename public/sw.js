// Keeps one page with its scripts and drawings, and that page alone: what a person wrote or reads is never in this cache.
// The page fills it itself (components/offline/shell-cache.ts), so that this file need not change with a build.
// And it rings: what comes says that there is something new, never what.

const shell = 'doorstep shell'
const page = '/offline'
const found = { cacheName: shell, ignoreVary: true }
/** A connection that answers nothing for so long is none. */
const patience = 10_000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, search } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageOr(request, pathname + search))
  else if (pathname.startsWith('/_next/static/')) event.respondWith(kept(request))
  else if (pathname.startsWith('/portraits/')) event.respondWith(fetch(request).catch(() => kept(request)))
})

async function pageOr(request, address) {
  const answer = fetch(request)
  try {
    return await Promise.race([
      answer,
      new Promise((_, refuse) => setTimeout(refuse, patience, new Error('no answer'))),
    ])
  } catch {
    const kept = await caches.match(page, found)
    if (!kept) return answer
    return address.startsWith(page) ? kept : Response.redirect(`${page}#${address}`)
  }
}

const kept = async (request) => (await caches.match(request, found)) ?? fetch(request)

self.addEventListener('push', (event) => {
  const { title, body, path } = event.data.json()
  // One at a time: a second one takes the place of the first, and rings again.
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag: 'news',
      renotify: true,
      data: path,
      icon: '/icon-192.png',
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(show(event.notification.data))
})

// The browser gave itself another address. One that does not say which it had is switched on again by hand.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(goOn(event)))

async function goOn({ oldSubscription: old, newSubscription }) {
  const made = newSubscription ?? (old && (await self.registration.pushManager.subscribe(old.options)))
  if (!made) return
  const { endpoint, keys } = made.toJSON()
  await fetch('/api/push', { method: 'POST', body: JSON.stringify({ endpoint, ...keys }) })
}

/** Opens a page of ours: in a window that shows it already, else in a new one. What is being typed in another stays. */
async function show(path) {
  const { href, origin, pathname } = new URL(path, self.location.origin)
  if (origin !== self.location.origin) return
  const windows = await self.clients.matchAll({ type: 'window' })
  const open = windows.find(({ url }) => new URL(url).pathname === pathname)
  const shown = await open?.navigate(href).catch(() => null)
  await (shown ? shown.focus() : self.clients.openWindow(href))
}
