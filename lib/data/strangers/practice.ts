import { practiceSchema } from '@/lib/domain/practice/schema'
import { practiceSettings, saveSettings } from '../practice'
import type { StrangerCase } from './cases'

const change = practiceSchema.parse({
  ...{ version: '1', name: 'Taken over', zone: 'Europe/Vienna', units: 'metric', paper: 'a4' },
  ...{ dayStart: '08:00', dayEnd: '18:00' },
})

// Both know no id: a stranger can only ever mean their own practice. The rows of the target tell the rest.
export const practice: Record<string, StrangerCase> = {
  practiceSettings: async (stranger, { world }) =>
    (await practiceSettings(stranger)).name === world.boss.practiceName,
  saveSettings: async (stranger) => void (await saveSettings(stranger, change)),
}
