/** The body of a request that has at most so many bytes; what is larger is not read to its end. */
export async function bodyUpTo(request: Request, most: number): Promise<Buffer | 'tooLarge'> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'tooLarge'
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) return Buffer.concat(parts)
    size += next.value.length
    if (size > most) {
      await reader?.cancel()
      return 'tooLarge'
    }
    parts.push(next.value)
  }
}
