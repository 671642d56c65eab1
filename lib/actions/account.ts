'use server'
import { seal } from '@/lib/auth/seal'
import { now } from '@/lib/clock'
import { endSignIn, printSignInCard, signOutEverywhere } from '@/lib/data/account'
import { chooseLocale } from '@/lib/data/locale'
import { cardHolderSchema, localeSchema, nothingSchema, signInIdSchema } from '@/lib/domain/account/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const endOneSignIn = defineAction({
  as: 'person',
  schema: signInIdSchema,
  verb: endSignIn,
  said: 'account.endedThere',
})

export const endEverySignIn = defineAction({
  as: 'person',
  schema: nothingSchema,
  verb: signOutEverywhere,
  then: () => paths.landing(),
})

export const makeSignInCard = defineAction({
  as: 'member',
  schema: cardHolderSchema,
  verb: printSignInCard,
  then: ({ code }, { clientId, contactId }) =>
    `${paths.signInCard(clientId, contactId)}?made=${seal(code, contactId, now())}`,
})

/** The page comes back in the language that was chosen, which is answer enough. */
export const chooseOwnLocale = defineAction({
  as: 'guardian',
  schema: localeSchema,
  verb: chooseLocale,
  then: () => paths.account(),
})
