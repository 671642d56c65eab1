import type { Species } from '@/lib/domain/observation/vocabulary'

/**
 * Degrees Celsius; outside `pause` nobody goes out, above `care` one takes care. Our settings, based on
 * low-grade sources, so a practice decides whether they veto.
 */
export const temperatureLimits: Readonly<
  Record<Species, { pause: readonly [number, number]; care: number }>
> = {
  cat: { pause: [0, 30], care: 27 },
  rat: { pause: [15, 26], care: 24 },
}

/** What a temperature means for this species; null: nobody wrote it down. */
export function temperatureState(
  species: Species,
  celsius: number | null,
): 'ok' | 'take_care' | 'too_hot_or_cold' | 'not_recorded' {
  if (celsius === null) return 'not_recorded'
  const { pause, care } = temperatureLimits[species]
  if (celsius < pause[0] || celsius > pause[1]) return 'too_hot_or_cold'
  return celsius > care ? 'take_care' : 'ok'
}
