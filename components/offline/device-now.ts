/** Milliseconds since 1970 by this device's clock: what waits on it is ordered and spaced by no other. */
// eslint-disable-next-line no-restricted-globals -- the edge that reads the clock here is the device itself
export const deviceNow = (): number => Date.now()
