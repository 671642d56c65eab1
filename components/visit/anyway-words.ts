import { text } from '@/lib/format/text'

export type AnywayWords = Record<'label' | 'hint' | 'overlap' | 'overlapHint', string>

/** What is asked of whoever books although something speaks against the time. */
export function anywayWords(): AnywayWords {
  const t = text('visit')
  return {
    label: t('anyway.label'),
    hint: t('anyway.hint'),
    overlap: t('anyway.overlap'),
    overlapHint: t('anyway.overlapHint'),
  }
}
