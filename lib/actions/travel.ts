'use server'
import { findPlace } from '@/lib/data/place'
import { saveTravel, takeCalibration } from '@/lib/data/travel'
import { oneId } from '@/lib/domain/client/schema'
import { calibrationSchema, travelSchema } from '@/lib/domain/scheduling/travel-schema'
import { defineAction } from './define'

export const saveTravelSettings = defineAction({
  as: 'member',
  schema: travelSchema,
  verb: saveTravel,
  said: 'travel.saved',
})

export const takeOverCalibration = defineAction({
  as: 'member',
  schema: calibrationSchema,
  verb: takeCalibration,
  said: 'travel.used',
})

export const findHome = defineAction({
  as: 'member',
  schema: oneId,
  verb: findPlace,
  said: 'travel.place.found',
})
