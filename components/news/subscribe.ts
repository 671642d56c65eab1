/** What a browser gives to be reached by, or why there is nothing. */
export type Subscribed = { endpoint: string; p256dh: string; auth: string } | 'refused' | 'unreached'

/**
 * Asks the person, then the browser's own push service, for an address at which this browser can be rung. One that was
 * there before may be somebody else's who used this browser: it is given back first, and dies.
 */
export async function subscribe(publicKey: string): Promise<Subscribed> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return 'refused'
    await navigator.serviceWorker.register('/sw.js')
    const { pushManager } = await navigator.serviceWorker.ready
    await (await pushManager.getSubscription())?.unsubscribe()
    const made = await pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytesOf(publicKey),
    })
    const { endpoint, keys } = made.toJSON()
    if (!endpoint || !keys?.p256dh || !keys.auth) return 'unreached'
    return { endpoint, p256dh: keys.p256dh, auth: keys.auth }
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'unreached'
  }
}

/** Whether this browser has an address for pushes by this key: it may have lost it, or have one by a key that was. */
export async function isSubscribed(publicKey: string): Promise<boolean> {
  const worker = await navigator.serviceWorker.getRegistration()
  const key = (await worker?.pushManager.getSubscription())?.options.applicationServerKey
  return Boolean(key) && String(new Uint8Array(key ?? [])) === String(bytesOf(publicKey))
}

/** Gives the address of this browser back: whoever signs out is not rung here, whatever is sent to it. */
export async function unsubscribe(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const worker = await navigator.serviceWorker.getRegistration()
  if (!worker || !('pushManager' in worker)) return
  await (await worker.pushManager.getSubscription())?.unsubscribe()
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
