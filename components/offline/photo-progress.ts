import { airOf } from './air'

/** How much of a photo is there, from 0 to 1, from whichever tab sends it. */
export type Share = { lane: string; share: number }

export const { tell: tellShare, hear: onShare } = airOf<Share>('doorstep progress')
