/** A form's own words around a file of the largest size. */
const around = 64 * 1024

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

/** The form of a request whose one file has at most so many bytes; null where it is no form at all. */
export async function formUpTo(request: Request, bytes: number): Promise<FormData | 'tooLarge' | null> {
  const body = await bodyUpTo(request, bytes + around)
  if (body === 'tooLarge') return body
  const type = request.headers.get('content-type') ?? ''
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
}
