// Keeps one page with its scripts and drawings, and that page alone: what a person wrote or reads is never in this cache.
// The page fills it itself (components/offline/shell-cache.ts), so that this file need not change with a build.

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
