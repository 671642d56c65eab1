'use server'
import { unlockLink } from '@/lib/auth/unlock-link'
import { logByLink } from '@/lib/data/shared-log'
import { linkLogSchema, linkPinSchema } from '@/lib/domain/share/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'
import { defineOpenAction } from './define-open'

/** The PIN of a link, said by whoever holds its address. */
export const unlockShared = defineOpenAction({
  schema: linkPinSchema,
  verb: unlockLink,
  then: ({ token }) => paths.share(token),
})

export const logThroughLink = defineAction({
  as: 'link',
  schema: linkLogSchema,
  verb: logByLink,
  then: ({ safety }, { token }) => paths.shareLogged(token, safety ?? undefined),
})
