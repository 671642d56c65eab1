'use server'
import { origin } from '@/lib/auth/origin'
import { makeShareLink, revokeShareLink, type MadeLink } from '@/lib/data/share-link'
import { revokeLinkSchema, shareLinkSchema } from '@/lib/domain/share/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

// The household and those who train make the same link; each comes with the hat of the page it is on.

const address = ({ token }: MadeLink) => ({ address: `${origin()}${paths.share(token)}` })

export const shareFromHome = defineAction({
  as: 'guardian',
  schema: shareLinkSchema,
  verb: makeShareLink,
  tells: address,
  said: 'share.made',
})

export const shareFromPractice = defineAction({
  as: 'member',
  schema: shareLinkSchema,
  verb: makeShareLink,
  tells: address,
  said: 'share.made',
})

export const revokeFromHome = defineAction({
  as: 'guardian',
  schema: revokeLinkSchema,
  verb: revokeShareLink,
  said: 'share.revokedNow',
})

export const revokeFromPractice = defineAction({
  as: 'member',
  schema: revokeLinkSchema,
  verb: revokeShareLink,
  said: 'share.revokedNow',
})
