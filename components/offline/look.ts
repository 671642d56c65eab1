/** How a note was left on this device, for going on with it. */
export const lookOf = (visitId: string): string => `look ${visitId}`
