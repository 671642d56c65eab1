import { text } from '@/lib/format/text'
import type { TaskWords } from './task'

export function taskWords(): TaskWords {
  const t = text('home')
  return { dose: t('todo.dose'), good: t('todo.good'), stop: t('todo.stop') }
}
