import { Temporal } from 'temporal-polyfill'

/** For libraries that speak JavaScript's own Date: the only place where one is made of ours. */
export const toNativeDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
export const fromNativeDate = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime())
