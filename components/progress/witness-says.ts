import { bodyLevelKey } from '@/lib/domain/observation/body'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import type { Testimony, WitnessGap } from '@/lib/domain/progress/witnesses'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'
import type { Drawn } from './drawn'

/** "watchful"; of a middle between two levels "between loose and watchful". */
export function bodyWord(level: number): string {
  const word = (whole: number) =>
    inSentence(text('observation')(`body.${bodyLevelKey(whole as BodyLevel)}.label`))
  if (Number.isInteger(level)) return word(level)
  return text('progress')('witness.between', { low: word(Math.floor(level)), high: word(Math.ceil(level)) })
}

export function witnessesSay(testimonies: readonly Testimony[]): string {
  const t = text('progress')
  const [consultant, owner] = testimonies.map(({ median }) => median)
  if (typeof consultant !== 'number') return t('witness.onlyOwner')
  if (typeof owner !== 'number') return t('witness.onlyConsultant')
  if (consultant === owner) return t('witness.same', { body: bodyWord(owner) })
  return t('witness.both', { consultant: bodyWord(consultant), owner: bodyWord(owner) })
}

/** "Over the last 3 weeks the owner has seen Moth one level calmer than the consultant, in Touch and drape." */
export function gapSays({ stageKey, levels, weeks }: WitnessGap, { name, stageName }: Drawn): string {
  return text('progress')(levels < 0 ? 'witness.gapCalmer' : 'witness.gapTenser', {
    weeks,
    name,
    stage: stageName(stageKey),
    levels: Math.floor(Math.abs(levels)),
  })
}
