import type { Species } from '@/lib/domain/observation/vocabulary'

/**
 * Degrees Celsius, the limits themselves included: outside `pause` nobody goes out, outside `care` one takes
 * care. Our settings, based on low-grade sources, so a practice decides whether they veto. The rat's 18-24 C is
 * what its outdoor stage asks for.
 */
export const temperatureLimits: Readonly<
  Record<Species, { pause: readonly [number, number]; care: readonly [number, number] }>
> = {
  cat: { pause: [0, 30], care: [0, 27] },
  rat: { pause: [15, 26], care: [18, 24] },
}

/** What a temperature means for this species; null: nobody wrote it down. */
export function temperatureState(
  species: Species,
  celsius: number | null,
): 'ok' | 'take_care' | 'too_hot_or_cold' | 'not_recorded' {
  if (celsius === null || !Number.isFinite(celsius)) return 'not_recorded'
  const { pause, care } = temperatureLimits[species]
  const within = ([low, high]: readonly [number, number]) => celsius >= low && celsius <= high
  if (!within(pause)) return 'too_hot_or_cold'
  return within(care) ? 'ok' : 'take_care'
}
