import type { Units } from '@/lib/domain/animal/measures'
import type { Change } from '@/lib/domain/note/what-changed'
import { bodyLevelKey } from '@/lib/domain/observation/body'
import { duration } from './duration'
import { inSentence } from './in-sentence'
import { weight } from './measures'
import { text } from './text'

/** One line of what changed since the visit before, for the practice and the household alike. */
export function changeWords(change: Change, units: Units): string {
  const t = text('note')
  switch (change.of) {
    case 'red':
      return t('changed.red', { days: change.days })
    case 'vet': {
      const sign = (key: string) => inSentence(text('observation')(`health.${key}`))
      return t('changed.vet', { signs: change.signs.map(sign).join(', ') })
    }
    case 'weight': {
      const { from, to } = change
      const percent = Math.round(((to - from) / from) * 100)
      return t('changed.weight', {
        from: weight(from, units),
        to: weight(to, units),
        change: percent > 0 ? `+${percent}` : `−${-percent}`,
      })
    }
    case 'stage':
      return t(change.way === 'on' ? 'changed.stageOn' : 'changed.stageBack', change)
    case 'body': {
      const word = (level: typeof change.to) =>
        inSentence(text('observation')(`body.${bodyLevelKey(level)}.label`))
      return t('changed.body', { from: word(change.from), to: word(change.to) })
    }
    default:
      return t(`changed.${change.of}`, { from: duration(change.from), to: duration(change.to) })
  }
}
