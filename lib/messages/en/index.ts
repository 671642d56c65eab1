import errors from './errors.json'

/** The one English catalogue, one file an area. Another language is another folder of the same shape. */
export const messages = { errors }

export type Messages = typeof messages
