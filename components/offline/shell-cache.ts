import { coats } from '@/lib/domain/animal/coats'
import { paths } from '@/lib/paths'

const shell = 'doorstep shell'
const part = '/_next/static/'

/**
 * Keeps this page and everything it was made of, so that it opens without a signal. Only the page itself: it is the
 * same for everybody and knows nothing. `warm` loads what would be loaded later, first.
 */
export async function keepShell(warm: () => Promise<unknown>): Promise<void> {
  await navigator.serviceWorker.register('/sw.js')
  await navigator.serviceWorker.ready
  await warm()
  const { origin } = location
  const page = await fetch(paths.onThisPhone(), { cache: 'reload' })
  if (!page.ok) throw new Error('the page could not be fetched')
  const named = [...(await page.clone().text()).matchAll(/\/_next\/static\/[^"'\\<>\s)]+/g)].map(
    ([path]) => path,
  )
  const loaded = performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => (name.startsWith(origin + part) ? [name.slice(origin.length)] : []))
  const cache = await caches.open(shell)
  const keep = async (path: string) => (await cache.match(path, { ignoreVary: true })) ?? cache.add(path)
  await Promise.all(loaded.map(keep))
  // What the page names and nobody loaded may not even be an address.
  await Promise.all(named.map((path) => keep(path).catch(() => undefined)))
  // Drawings keep their address from build to build.
  const drawings = coats.map((coat) => paths.portrait(coat))
  await cache.addAll(drawings)
  const parts = new Set([...named, ...loaded, ...drawings])
  await cache.put(paths.onThisPhone(), page)
  for (const { url } of await cache.keys()) {
    const path = url.slice(origin.length)
    if (path !== paths.onThisPhone() && !parts.has(path)) await cache.delete(url)
  }
}
