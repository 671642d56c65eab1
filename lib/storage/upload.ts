/** A form's own words around a file of the largest size. */
const around = 64 * 1024

/**
 * The form of a request whose one file has at most so many bytes. What is larger is not read to its end;
 * null where it is no form at all.
 */
export async function formUpTo(request: Request, bytes: number): Promise<FormData | 'tooLarge' | null> {
  const most = bytes + around
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'tooLarge'
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) break
    size += next.value.length
    if (size > most) {
      await reader?.cancel()
      return 'tooLarge'
    }
    parts.push(next.value)
  }
  const type = request.headers.get('content-type') ?? ''
  return new Response(Buffer.concat(parts), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
}
