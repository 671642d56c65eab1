'use server'
import { origin } from '@/lib/auth/origin'
import { chooseForFeed, endFeed, makeFeed } from '@/lib/data/feed'
import { feedChoicesSchema, ownFeedSchema } from '@/lib/domain/feed/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const makeOwnFeed = defineAction({
  as: 'member',
  schema: ownFeedSchema,
  verb: makeFeed,
  tells: ({ token }) => ({ address: `${origin()}${paths.calendarFeed(token)}` }),
  said: 'feed.made',
})

export const chooseForOwnFeed = defineAction({
  as: 'member',
  schema: feedChoicesSchema,
  verb: chooseForFeed,
  said: 'feed.choices.saved',
})

export const endOwnFeed = defineAction({
  as: 'member',
  schema: ownFeedSchema,
  verb: endFeed,
  said: 'feed.end.done',
})
