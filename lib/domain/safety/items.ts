import { species, type Species } from '@/lib/domain/observation/vocabulary'

/** What can be ticked, in the order in which it is read out. */
export const safetyItemKeys = [
  'harness_fit',
  'gear_check',
  'microchip',
  'vaccines',
  'escape_plan',
  'site_check',
  'carrier',
  'temperature',
  'neutered',
] as const
export type SafetyItemKey = (typeof safetyItemKeys)[number]

/**
 * How long a tick holds: a number of days or calendar months (the last day included), that day alone, until the
 * date the vet gave, for one site, or for good.
 */
export type Validity =
  | { kind: 'days'; days: number }
  | { kind: 'months'; months: number }
  | { kind: 'this_day' }
  | { kind: 'until_given' }
  | { kind: 'this_site' }
  | { kind: 'always' }

export interface SafetyItem {
  key: SafetyItemKey
  species: readonly Species[]
  /** `blocks` vetoes, `warns` is shown and a practice can make it block, `advice` is only said. */
  force: 'blocks' | 'warns' | 'advice'
  validity: Validity
}

/**
 * What must be true before an animal goes to the door or outdoors, beside having no open vet flag. The periods
 * are ours. A harness fit ends earlier where the weight changes by 5 %.
 */
export const safetyItems: readonly SafetyItem[] = [
  { key: 'harness_fit', species, force: 'blocks', validity: { kind: 'days', days: 30 } },
  { key: 'gear_check', species, force: 'blocks', validity: { kind: 'this_day' } },
  { key: 'microchip', species: ['cat'], force: 'blocks', validity: { kind: 'months', months: 12 } },
  { key: 'vaccines', species: ['cat'], force: 'blocks', validity: { kind: 'until_given' } },
  { key: 'escape_plan', species, force: 'blocks', validity: { kind: 'months', months: 6 } },
  { key: 'site_check', species, force: 'blocks', validity: { kind: 'this_site' } },
  { key: 'carrier', species, force: 'blocks', validity: { kind: 'this_day' } },
  { key: 'temperature', species, force: 'warns', validity: { kind: 'this_day' } },
  { key: 'neutered', species: ['cat'], force: 'advice', validity: { kind: 'always' } },
]

export const itemsFor = (of: Species): readonly SafetyItem[] =>
  safetyItems.filter((item) => item.species.includes(of))

/** The item of this key where this species has it. */
export const itemOf = (key: string, of: Species): SafetyItem | null =>
  itemsFor(of).find((item) => item.key === key) ?? null

/** Key of the label under `item` in the `safety` catalogue. */
export const labelOfItem = (key: SafetyItemKey | 'no_vet_flag', of: Species): string =>
  key === 'site_check' || key === 'harness_fit' ? `${key}_${of}` : key
