'use server'
import { currentTokenHash } from '@/lib/auth/viewer'
import { chooseNews } from '@/lib/data/news'
import { addDevice, removeDevice } from '@/lib/data/push-device'
import { newsChoiceSchema, oneDeviceSchema, pushDeviceSchema } from '@/lib/domain/news/schema'
import { defineAction } from './define'

export const chooseOwnNews = defineAction({
  as: 'person',
  schema: newsChoiceSchema,
  verb: chooseNews,
  said: 'mails.saved',
})

/** The device hangs on the sign-in of this very request, whatever the form says. */
export const ringThisDevice = defineAction({
  as: 'person',
  schema: pushDeviceSchema,
  prepared: async (form) => {
    form.set('session', (await currentTokenHash())?.toString('base64url') ?? '')
    return form
  },
  verb: addDevice,
  said: 'news.device.added',
})

export const takeDeviceAway = defineAction({
  as: 'person',
  schema: oneDeviceSchema,
  verb: removeDevice,
  said: 'news.device.removed',
})
