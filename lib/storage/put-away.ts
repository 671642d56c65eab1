import type { Checked } from './checked'
import { smallOf } from './key'
import { photoStorage } from './storage'

/** Puts the bytes and the small copy away; answers with how to forget them again. */
export async function putAway(key: string, { content, small }: Checked): Promise<() => Promise<void>> {
  const storage = photoStorage()
  const forget = async () => {
    await storage.remove(key)
    if (small) await storage.remove(smallOf(key))
  }
  try {
    await storage.put(key, content)
    if (small) await storage.put(smallOf(key), small)
  } catch (error) {
    await forget().catch(() => undefined)
    throw error
  }
  return forget
}
