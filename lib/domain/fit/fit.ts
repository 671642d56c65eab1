/** Vest and H are preferred; a figure of eight is known for letting cats out and is said to be so. */
export const harnessStyles = ['vest', 'h', 'figure_eight'] as const
export type HarnessStyle = (typeof harnessStyles)[number]

export const gearConditions = ['good', 'worn', 'damaged'] as const
export type GearCondition = (typeof gearConditions)[number]

/** What was tried with the harness on: fingers under the straps (two for a cat, one for a rat), and backing out. */
export interface FitCheck {
  fitsNeck: boolean
  fitsGirth: boolean
  /** The animal stayed in when it went backwards, indoors. */
  backOut: boolean
  condition: GearCondition
}

/** Every check passed and nothing broken. Worn gear passes: it is looked over again before each outing. */
export const fitHolds = ({ fitsNeck, fitsGirth, backOut, condition }: FitCheck): boolean =>
  fitsNeck && fitsGirth && backOut && condition !== 'damaged'

/**
 * Whether a weight is so far from the one a harness was fitted at that it has to be fitted again: by 5 % or
 * more, up or down. Grams; an unknown weight says nothing.
 */
export function isOutgrown(fittedAt: number | null | undefined, weightNow: number | null | undefined) {
  if (!fittedAt || !weightNow) return false
  return Math.abs(weightNow - fittedAt) * 20 >= fittedAt
}

/** Change from one weight to another as a share of the first; null where one is unknown. */
export const weightChange = (before: number | null, after: number | null): number | null =>
  before && after ? (after - before) / before : null
