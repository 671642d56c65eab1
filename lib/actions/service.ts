'use server'
import {
  addService as add,
  chooseCurrency,
  editService as edit,
  restoreService as restore,
  retireService as retire,
} from '@/lib/data/service'
import {
  currencySchema,
  editServiceSchema,
  serviceIdSchema,
  serviceSchema,
} from '@/lib/domain/service/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const addService = defineAction({
  as: 'member',
  schema: serviceSchema,
  verb: add,
  then: () => paths.services(),
})

export const editService = defineAction({
  as: 'member',
  schema: editServiceSchema,
  verb: edit,
  then: () => paths.services(),
})

export const retireService = defineAction({ as: 'member', schema: serviceIdSchema, verb: retire })
export const restoreService = defineAction({ as: 'member', schema: serviceIdSchema, verb: restore })

export const saveCurrency = defineAction({
  as: 'member',
  schema: currencySchema,
  verb: chooseCurrency,
  said: 'settings.saved',
})
