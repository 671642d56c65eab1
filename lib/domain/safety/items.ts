/** The outdoor safety list, in the order in which it is read out. */
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
