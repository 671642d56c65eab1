import { context, ratRest, rest, vetOpen } from './pause'
import type { Rule } from './rule'
import { backRed, backThreeOfFive, backTwoOfThree } from './step-back'
import { stayRules } from './stay'
import { v1 } from './v1'
import { stopPanicOutdoor, stopPlateau, stopPreference, stopReds } from './stop'

/** Stored with every assessment; history is never recomputed under newer rules. */
export const ruleSetVersion = v1.version

/** The rules in the order in which they are asked. */
export const ruleSet: readonly Rule[] = [
  vetOpen,
  stopReds,
  stopPanicOutdoor,
  stopPreference,
  stopPlateau,
  rest,
  context,
  ratRest,
  backRed,
  backTwoOfThree,
  backThreeOfFive,
  ...stayRules,
]
