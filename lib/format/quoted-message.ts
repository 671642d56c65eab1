import type { Temporal } from 'temporal-polyfill'
import { dayAndTime } from './dates'
import { text } from './text'

/** A message as a note quotes it, with who wrote it and when. */
export const quotedMessage = (message: {
  by: string
  at: Temporal.Instant
  zone: string
  words: string
}): string => {
  const t = text('thread')
  const when = dayAndTime(message.at, message.zone)
  const head = t('use.quoted', { by: message.by, when })
  return `${head}\n${message.words || t('use.photoOnly')}`
}
