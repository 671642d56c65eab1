import { z } from 'zod'
import { listOf } from '@/lib/domain/form/fields'
import { matters } from './kinds'

/** The matters somebody wants in the list: what is not ticked does not stand in it. */
export const newsChoiceSchema = z.object({ shown: listOf(matters) })
export type NewsChoiceForm = z.output<typeof newsChoiceSchema>
