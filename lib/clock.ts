import { Temporal } from 'temporal-polyfill'

/** The edge's clock. Only pages, actions, jobs and the seed read it; everything below takes `now`. */
export const now = (): Temporal.Instant => Temporal.Now.instant()
