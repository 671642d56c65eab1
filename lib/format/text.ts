import { createTranslator } from 'use-intl/core'
import { messages, type Messages } from '@/lib/messages/en'

type Area = keyof Messages
type Values = Record<string, string | number>
export type Text = ((key: string, values?: Values) => string) & { has: (key: string) => boolean }

const translators = new Map<Area, Text>()

/**
 * Sentences of one area of the catalogue: `text('client')('title', { name })`.
 * An unknown key throws, in tests and at run time alike: a person never reads a key.
 */
export function text(area: Area): Text {
  const known = translators.get(area)
  if (known) return known
  const translate = createTranslator({
    locale: 'en',
    messages: { [area]: messages[area] } as Record<string, Record<string, string>>,
    namespace: area,
    onError(error) {
      throw error
    },
  })
  const made: Text = Object.assign(
    (key: string, values?: Values) => translate(key as never, values as never),
    {
      has: (key: string) => translate.has(key as never),
    },
  )
  translators.set(area, made)
  return made
}
