'use server'
import { recordConsent } from '@/lib/data/consent'
import { removePhoto, showPhoto } from '@/lib/data/visit-photos'
import { consentSchema } from '@/lib/domain/client/schema'
import { removePhotoSchema, showPhotoSchema } from '@/lib/domain/photo/schema'
import { defineAction } from './define'

/** Asked once, where the first photo would be taken; the page stays and goes on. */
export const answerRecording = defineAction({ as: 'member', schema: consentSchema, verb: recordConsent })

export const showPhotoToHousehold = defineAction({ as: 'member', schema: showPhotoSchema, verb: showPhoto })

export const takePhotoAway = defineAction({ as: 'member', schema: removePhotoSchema, verb: removePhoto })

/** A household's, of a log of theirs. */
export const takeOwnPhotoAway = defineAction({ as: 'guardian', schema: removePhotoSchema, verb: removePhoto })
