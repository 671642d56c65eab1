/** What is known of an animal in training, in whole days before today; null: never, or not known. */
export type Standing = {
  openVet: boolean
  redDaysAgo: number | null
  ready: boolean
  /** Days since the last session, or since the plan began where there was none. */
  silentDays: number | null
  /** Sessions are not expected: paused, or in the indoor programme. */
  resting: boolean
}

export type Attention = { reason: 'vet' | 'red' | 'ready' | 'silent'; days: number | null }

/** A red flag asks for attention for a week; silence does after ten days. Ours. */
export const redAttentionDays = 7
export const silentAfterDays = 10

/** Why an animal needs a person, the most pressing reason only, or null. */
export function attentionFor(standing: Standing): Attention | null {
  const { redDaysAgo, silentDays } = standing
  if (standing.openVet) return { reason: 'vet', days: null }
  if (redDaysAgo !== null && redDaysAgo <= redAttentionDays) return { reason: 'red', days: redDaysAgo }
  if (standing.ready) return { reason: 'ready', days: null }
  if (!standing.resting && silentDays !== null && silentDays >= silentAfterDays)
    return { reason: 'silent', days: silentDays }
  return null
}

const order: readonly Attention['reason'][] = ['vet', 'red', 'ready', 'silent']

/** The most pressing first; among the silent, the longest. */
export const byUrgency = (a: Attention, b: Attention): number =>
  order.indexOf(a.reason) - order.indexOf(b.reason) || (b.days ?? 0) - (a.days ?? 0)
