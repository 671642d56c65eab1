'use server'
import { noteHeld, setOut as goes, takeBackTap } from '@/lib/data/visit-taps'
import { pressVisitSchema } from '@/lib/domain/visit/schema'
import { defineAction } from './define'

export const setOut = defineAction({ as: 'member', schema: pressVisitSchema, verb: goes })

export const held = defineAction({ as: 'member', schema: pressVisitSchema, verb: noteHeld })

export const takeBack = defineAction({ as: 'member', schema: pressVisitSchema, verb: takeBackTap })
