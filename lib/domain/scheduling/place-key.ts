import type { Place } from './distance'

/** Decimals of a degree by which places are told apart: about eleven metres. Ours. */
const decimals = 4

/** A place as the cache of routes knows it, "55.9533,-3.1883". */
export const placeKey = ({ lat, lng }: Place): string => `${lat.toFixed(decimals)},${lng.toFixed(decimals)}`
