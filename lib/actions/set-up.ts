'use server'
import { openThePractice } from '@/lib/auth/enter'
import { setUpSchema } from '@/lib/domain/account/schema'
import { paths } from '@/lib/paths'
import { defineOpenAction } from './define-open'

export const setUpPractice = defineOpenAction({
  schema: setUpSchema,
  verb: openThePractice,
  then: () => paths.today(),
})
