import type { UrgentWords } from '@/lib/domain/thread/urgent'
import de from './de/urgent.json'
import en from './en/urgent.json'
import es from './es/urgent.json'

/** Every language at once: who reads English screens may still write in the words of home. */
export const urgentWords: readonly UrgentWords[] = [en, de, es]
