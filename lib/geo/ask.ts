/** Nothing an honest server of ours answers is longer, bytes: ours. */
const longest = 2_000_000

/** The server could not be asked, or what it said makes no sense. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/**
 * Asks a configured server below its own address and reads its JSON. Rejects with NoAnswer where it is slow,
 * silent, too long, says anything but 200 or sends elsewhere: a redirect is never followed.
 */
export async function askJson(
  base: URL,
  path: string,
  query: URLSearchParams,
  patience: number,
): Promise<unknown> {
  const url = new URL(path, base)
  url.search = query.toString()
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) throw new NoAnswer()
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: { accept: 'application/json', 'user-agent': 'Doorstep' },
      cache: 'no-store',
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      throw new NoAnswer()
    }
    return JSON.parse(await textOf(response)) as unknown
  } catch (cause) {
    throw cause instanceof NoAnswer ? cause : new NoAnswer('no answer', { cause })
  }
}

async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > longest) {
      await reader.cancel()
      throw new NoAnswer()
    }
    text += decoder.decode(value, { stream: true })
  }
}
