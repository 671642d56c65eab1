'use server'
import { bookSeries as book, seriesPreview } from '@/lib/data/series'
import { changeFollowing as change, endSeries as end } from '@/lib/data/series-change'
import * as schema from '@/lib/domain/series/schema'
import { cancelVisitSchema } from '@/lib/domain/visit/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

/** Nothing is booked: a series that can be shown is shown at an address of its own. */
export const lookAtSeries = defineAction({
  as: 'member',
  schema: schema.seriesSchema,
  verb: seriesPreview,
  then: (_, input) => paths.newSeries(schema.seriesQuery(input)),
})

export const bookSeries = defineAction({
  as: 'member',
  schema: schema.seriesSchema,
  verb: book,
  then: ({ visitId }) => paths.visitSeries(visitId),
})

export const changeFollowing = defineAction({
  as: 'member',
  schema: schema.changeFollowingSchema,
  verb: change,
  then: ({ visitId }) => paths.visitSeries(visitId),
})

export const endSeries = defineAction({
  as: 'member',
  schema: cancelVisitSchema,
  verb: end,
  then: ({ visitId }) => paths.visit(visitId),
})
