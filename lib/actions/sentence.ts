import { text } from '@/lib/format/text'
import { messages } from '@/lib/messages/en'

/** A reason as a sentence: `area.key`, or a key of `errors`. What has no sentence reads as "please check this". */
export function sentence(reason: string, values?: Record<string, string | number>): string {
  const [area, ...rest] = reason.split('.')
  if (area && rest.length > 0 && area in messages) {
    const read = text(area as keyof typeof messages)
    const key = rest.join('.')
    if (read.has(key)) return read(key, values)
  }
  const read = text('errors')
  return read(read.has(reason) ? reason : 'invalid', values)
}
