import type { Decision } from '@/lib/domain/plan/words'
import { stageIndex } from '@/lib/domain/protocol/stage'
import type { SafetyItemKey } from '@/lib/domain/safety/items'
import type { PartStory } from './story'
import type { Trained } from './training'

/** What the story's next stage says of the decision. */
export function decisionOf({ protocol, stageKey }: Trained, { to, pauseDays }: PartStory): Decision {
  if (pauseDays) return 'pause'
  if (to === protocol.alternative.key) return 'stop_enrich'
  const step = stageIndex(protocol, to ?? stageKey) - stageIndex(protocol, stageKey)
  return step > 0 ? 'advance' : step < 0 ? 'step_back' : 'stay'
}

/** One animal's part of the note, as the form sends it. */
export function blockOf(part: PartStory) {
  const { measured } = part
  return {
    seen: part.seen,
    vetReferral: part.vetReferral,
    ...(measured && {
      weightGrams: measured.grams,
      girthMm: measured.girthMm,
      neckMm: measured.neckMm,
      lengthMm: measured.lengthMm,
      gear: measured.gear,
      ...(/size|finger/.test(measured.gear) && { twoFingers: 'yes', backOutTest: 'yes' }),
    }),
  }
}

/** All that the outdoor safety list asks of this animal. */
export const listFor = ({ story }: Trained): SafetyItemKey[] =>
  story.species === 'rat'
    ? ['harness_fit', 'gear_check', 'escape_plan', 'site_check', 'carrier', 'temperature']
    : [
        'harness_fit',
        'gear_check',
        'microchip',
        'vaccines',
        'escape_plan',
        'site_check',
        'carrier',
        'temperature',
        'neutered',
      ]

/** The harness of that visit as a fit check, with the latest measures the story tells of by then. */
export function fitAt({ story, protocol }: Trained, ago: number) {
  const told = Object.entries(story.at)
    .filter(([then]) => Number(then) >= ago)
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([, part]) => (part?.measured ? [part.measured] : []))
  const measured = told[0]
  const gear = measured?.gear ?? ''
  const centimetres = (mm: number | undefined) => (mm === undefined ? undefined : String(mm / 10))
  return {
    style:
      /figure/.test(gear) || protocol.species === 'rat' ? 'figure_eight' : /^H/.test(gear) ? 'h' : 'vest',
    size: /size (\w+)/.exec(gear)?.[1],
    condition: /worn/.test(gear) ? 'worn' : 'good',
    weight: measured ? String(measured.grams / 1000) : undefined,
    girth: centimetres(measured?.girthMm),
    neck: centimetres(measured?.neckMm),
    ...{ fitsNeck: 'yes', fitsGirth: 'yes', backOut: 'yes' },
  }
}

/** What a tick rests on. */
export const evidenceOf: Partial<Record<SafetyItemKey, string>> = {
  gear_check: 'Seams, buckles and clip looked over together',
  microchip: 'Read with the scanner; telephone number is current',
  vaccines: 'Vet’s card seen',
  escape_plan: 'Read aloud; note with numbers on the inside of the door',
  site_check: 'Walked round together; gaps closed, no lilies',
  carrier: 'Open carrier within reach',
  temperature: '9',
}
