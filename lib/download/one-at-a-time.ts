const going = new Set<string>()

/** Minutes after which a download that nobody reads any more no longer stands in the way. Ours. */
const longest = 30 * 60_000

/**
 * The turn of one key in this process, until it is ended or what it is for was read or given up; null while another
 * one lasts. A process is what would run out of memory: the limit a day is kept in the database.
 */
export function oneAtATime(key: string) {
  if (going.has(key)) return null
  going.add(key)
  const timer = setTimeout(end, longest)
  timer.unref()
  function end() {
    clearTimeout(timer)
    going.delete(key)
  }
  return {
    end,
    /** The same bytes; the turn ends with them. */
    until(bytes: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
      const reader = bytes.getReader()
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            try {
              const { value, done } = await reader.read()
              if (!done) return controller.enqueue(value)
              end()
              controller.close()
            } catch (error) {
              end()
              controller.error(error)
            }
          },
          async cancel(reason) {
            end()
            await reader.cancel(reason).catch(() => undefined)
          },
        },
        { highWaterMark: 0 },
      )
    },
  }
}
