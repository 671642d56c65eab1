import type { Sentence } from '@/lib/domain/readiness/sentence'
import { text } from './text'

/** The one sentence that decides, in words. */
export const verdict = ({ key, params }: Sentence): string => text('readiness')(`sentence.${key}`, params)
