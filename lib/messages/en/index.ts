import errors from './errors.json'
import observation from './observation.json'
import readiness from './readiness.json'
import safety from './safety.json'
import shell from './shell.json'
import ui from './ui.json'

/** The one English catalogue, one file an area. Another language is another folder of the same shape. */
export const messages = { errors, observation, readiness, safety, shell, ui }

export type Messages = typeof messages
