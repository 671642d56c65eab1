import type {
  BodyLevel,
  Choice,
  Food,
  Recovery,
  SessionSource,
  Tension,
} from '@/lib/domain/observation/vocabulary'
import type { CapKey, FactorKey } from '../types'

/**
 * Rules v1: every number of the rule set, named once. A published set never changes; another number is another
 * version, because snapshots name the version they were made under. Days are whole local days and windows are
 * half open: "within 7 days" is an age under 7. Where no source is named the number is ours.
 */
export const v1 = {
  version: 'v1',

  /** Points out of 100. The rules decide; the weights shape the number shown. */
  factorWeights: {
    criterion: 25,
    calm: 25,
    food: 15,
    choice: 15,
    recovery: 10,
    handling: 10,
  } satisfies Record<FactorKey, number>,

  /** Loose to panic, on an ordinal five-step scale (short trained scales are reliable, Animals 2022). */
  calm: { 0: 1, 1: 0.85, 2: 0.45, 3: 0.1, 4: 0 } satisfies Record<BodyLevel, number>,

  /** Taking food is a late marker of coping (Cat School); the steps are ours. Not offered is unknown. */
  food: { quick: 1, slow: 0.7, sniffed: 0.3, refused: 0, not_offered: null } satisfies Record<
    Food,
    number | null
  >,

  /** Joining in above putting up with it above leaving (choice and control, PMC8381768); the steps are ours. */
  choice: { came: 1, hesitated_joined: 0.85, neutral: 0.7, walked_off: 0.5, avoided: 0 } satisfies Record<
    Choice,
    number
  >,

  /** Time until loose or watchful again; no source gives a hard number. */
  recovery: { '<30s': 1, '<2m': 0.85, '<10m': 0.5, '<1h': 0.2, '>1h': 0 } satisfies Record<Recovery, number>,

  /** Slack to a sudden pull. */
  handling: { slack: 1, brief: 0.7, steady: 0.3, sudden: 0 } satisfies Record<Tension, number>,

  /** The highest body level (watchful) that still counts as calm: in a pass, and as recovered at once. */
  calmLevel: 1 satisfies BodyLevel,

  /** From this level (fearful) on, lasting long earns nothing. */
  fearLevel: 3 satisfies BodyLevel,

  /** Share of the criterion that makes a session pass: 4 of 5, as in push-drop-stick (Donaldson). */
  passingCriterion: 0.8,

  /** Days in which a session loses half its weight. */
  halfLifeDays: 7,

  /** How much a report counts; owners' reading of stress correlates only weakly (Mariti 2017). */
  sourceWeights: { consultant: 1, owner_video: 0.9, owner: 0.75 } satisfies Record<SessionSource, number>,

  /** A session that met a trigger says more. */
  triggerWeight: 1.5,

  /** Fewer sessions give no score. */
  fewestSessions: 3,

  /** The score is held at this much. A red flag outweighs any average; 75 is out of reach without four passes. */
  caps: {
    cap_red7: 35,
    cap_red14: 60,
    cap_two_of_three: 50,
    cap_last: 64,
    cap_push: 74,
  } satisfies Record<CapKey, number>,

  /** Days for which a red flag holds the score low, then at the middle. */
  capRedDays: { low: 7, middle: 14 },

  /** The least score of each band above hard days. */
  bands: { unsettled: 35, settling: 50, steady: 75 },

  /** Better than this many days ago by more than this many points is improving. */
  improving: { days: 14, points: 5 },

  confidence: {
    /** Sum of weights at which the evidence reaches 63 %. */
    evidenceScale: 1.5,
    /** Shares of the evidence: what counts anyway, session days, answers given, an expert's eye. */
    shares: { base: 0.45, days: 0.3, filled: 0.15, expert: 0.1 },
    /** Days in which session days are counted and an expert's session counts whole; an older one half. */
    windowDays: 14,
    olderExpert: 0.5,
    /** Days of silence that cost nothing, then the days in which freshness halves. */
    freshDays: 3,
    freshHalfLifeDays: 7,
    /** The least confidence of each band above low. */
    bands: { medium: 0.4, high: 0.7 },
  },

  /** Red sessions of any stage, within days, that stop a plan. */
  stopReds: { count: 3, days: 60 },

  /** Panics at the door or outdoors, within days, after step backs, that stop a plan. */
  stopPanics: { count: 2, days: 30, stepBacks: 1 },

  /** Days in the stage before a preference or a plateau may stop a plan. */
  persistenceDays: 28,

  /** Of the last ten sessions, at least eight, the share kept away from that says no: 8 of 10. */
  stopPreference: { last: 10, least: 8, share: 0.8 },

  /** Raw under this after so many sessions and step backs, known not to be improving, is a plateau. */
  stopPlateau: { raw: 45, sessions: 10, stepBacks: 1 },

  /** Days of rest after a red flag: recovery takes hours to days and no source gives a hard number. */
  restDays: 3,

  /** A rat rests after so many avoided sessions running, for the longer of the 3-5 days of the protocol. */
  ratRest: { sessions: 3, days: 5 },

  /** Days for which a red flag in this stage asks for a step back. */
  backRedDays: 7,

  /** Two of the last three stressful, the last one too. */
  backTwoOfThree: { last: 3, stressful: 2 },

  /** Three of the last five stressful: two or fewer of five right means drop (Donaldson). */
  backThreeOfFive: { last: 5, stressful: 3 },

  /** Days without news after a red flag, and where this or the next stage is at the door or outdoors. */
  redBlockDays: { indoor: 7, outside: 14 },

  /** Days without a session after which the record is stale. */
  staleDays: 14,

  /** Of the last five: passes that push (push-drop-stick, Donaldson), joining by choice, food known. */
  lastFive: { last: 5, passes: 4, joined: 3, foodKnown: 3 },

  /** The least score and confidence that open the next stage. */
  advance: { score: 75, confidence: 0.6 },
} as const
