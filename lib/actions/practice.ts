'use server'
import { saveSettings } from '@/lib/data/practice'
import { practiceSchema } from '@/lib/domain/practice/schema'
import { defineAction } from './define'

export const savePracticeSettings = defineAction({
  as: 'member',
  schema: practiceSchema,
  verb: saveSettings,
  said: 'settings.saved',
})
