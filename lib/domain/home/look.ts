import { Temporal } from 'temporal-polyfill'

/** When a person looked at their home: last, and last before what they are looking at now. */
export type Look = { seenAt: Temporal.Instant; beforeAt: Temporal.Instant | null }

/** Minutes. Looks that are closer together are one: whoever comes back from a form still reads what is new. Ours. */
const oneSitting = 30

/** What a look makes of the one before it; the first has none before. */
export function afterLook(known: Look | null, now: Temporal.Instant): Look {
  if (!known) return { seenAt: now, beforeAt: null }
  const isSameSitting = Temporal.Instant.compare(now, known.seenAt.add({ minutes: oneSitting })) < 0
  return { seenAt: now, beforeAt: isSameSitting ? known.beforeAt : known.seenAt }
}
