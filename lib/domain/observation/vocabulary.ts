/**
 * The closed sets of what can be seen, chosen and written down. The keys are the ones stored and exported;
 * what people read for each key is in the `observation` message catalogue.
 */
export const species = ['cat', 'rat'] as const
export type Species = (typeof species)[number]

/** Body levels in order; the index is the level. Their mapping to the Cat Stress Score is ours. */
export const bodyLevelKeys = ['loose', 'watchful', 'tense', 'fearful', 'panic'] as const
export type BodyLevelKey = (typeof bodyLevelKeys)[number]
export type BodyLevel = 0 | 1 | 2 | 3 | 4
export const bodyLevels = [
  { level: 0, key: 'loose' },
  { level: 1, key: 'watchful' },
  { level: 2, key: 'tense' },
  { level: 3, key: 'fearful' },
  { level: 4, key: 'panic' },
] as const satisfies readonly { level: BodyLevel; key: BodyLevelKey }[]

export const foods = ['quick', 'slow', 'sniffed', 'refused', 'not_offered'] as const
export type Food = (typeof foods)[number]

export const choices = ['came', 'hesitated_joined', 'neutral', 'walked_off', 'avoided'] as const
export type Choice = (typeof choices)[number]

export const recoveries = ['<30s', '<2m', '<10m', '<1h', '>1h'] as const
export type Recovery = (typeof recoveries)[number]

export const tensions = ['slack', 'brief', 'steady', 'sudden'] as const
export type Tension = (typeof tensions)[number]

/** Who ran or recorded the session. */
export const sessionSources = ['consultant', 'owner_video', 'owner'] as const
export type SessionSource = (typeof sessionSources)[number]

/** Stress signs per species under the lowest body level each of them implies. */
export const signsBySpecies = {
  cat: {
    1: [
      'ears_turned',
      'tail_flick',
      'lip_lick',
      'stiff_walk',
      'displacement_groom',
      'watching_still',
      'sat_down',
      'lean_away',
    ],
    2: ['ears_flat', 'pupils_wide', 'tail_tucked', 'crouch', 'freeze', 'flop', 'hide_short'],
    3: ['crawl', 'tremble', 'hiss_growl', 'wriggle_out', 'scramble_home', 'hide_long'],
    4: ['panic_bolt', 'yowl', 'toileted', 'open_mouth', 'bite'],
  },
  rat: {
    1: ['ears_turned', 'tail_flick', 'lean_away', 'sat_down'],
    2: ['freeze', 'fast_breathing', 'excess_groom', 'gnaw_gear'],
    3: ['squeal', 'frantic_run', 'tremble'],
    4: ['panic_bolt', 'toileted', 'open_mouth', 'bite'],
  },
} as const

/** Signs of a good time. They imply no level: a purr alone proves nothing. */
export const goodSignsBySpecies = {
  cat: [
    'sniffing',
    'rolling',
    'eats_grass',
    'stretches',
    'sits_and_watches',
    'tail_up',
    'slow_blink',
    'plays',
    'purrs',
  ],
  rat: ['explores', 'climbs', 'forages', 'relaxed_ears', 'comes_to_hand'],
} as const

type StressLevel = 1 | 2 | 3 | 4
export type StressSign = (typeof signsBySpecies)[Species][StressLevel][number]
export type GoodSign = (typeof goodSignsBySpecies)[Species][number]
export type Sign = StressSign | GoodSign

/** Every good sign of every species. */
export const goodSigns = [...goodSignsBySpecies.cat, ...goodSignsBySpecies.rat] as const

/** Every sign of every species, once; a form may send good signs among the others. */
export const signs = [
  ...signsBySpecies.cat[1],
  ...signsBySpecies.cat[2],
  ...signsBySpecies.cat[3],
  ...signsBySpecies.cat[4],
  'fast_breathing',
  'excess_groom',
  'gnaw_gear',
  'squeal',
  'frantic_run',
  ...goodSigns,
] as const satisfies readonly Sign[]

/** Events that make a session red whatever the body said. */
export const redEvents = [
  'escaped_gear',
  'leash_dropped_bolt',
  'injury',
  'bite_skin',
  'tangled_panic',
] as const
export type RedEvent = (typeof redEvents)[number]

/** Observations that open a vet flag. They are never a diagnosis. */
export const healthSignKeys = [
  'open_mouth_breathing',
  'limp_or_pain',
  'not_eating_24h',
  'straining',
  'collapse',
  'toxin',
  'weight_loss_5pct',
  'noisy_breathing',
  'red_tears',
] as const
export type HealthSign = (typeof healthSignKeys)[number]
const ratOnly: readonly HealthSign[] = ['weight_loss_5pct', 'noisy_breathing', 'red_tears']
export const healthSigns: readonly { key: HealthSign; species: readonly Species[] }[] = healthSignKeys.map(
  (key) => ({ key, species: ratOnly.includes(key) ? ['rat'] : species }),
)

export const endings = [
  'as_planned',
  'animal_decided',
  'animal_led_home',
  'stopped_by_person',
  'something_happened',
] as const
export type Ending = (typeof endings)[number]

export const triggers = [
  'dog',
  'cat',
  'stranger',
  'child',
  'car',
  'noise',
  'weather',
  'other_animal',
  'smell',
  'none',
] as const
export type Trigger = (typeof triggers)[number]

/** near under 5 m, medium 5-20 m, far beyond. */
export const triggerDistances = ['near', 'medium', 'far'] as const
export type TriggerDistance = (typeof triggerDistances)[number]

export const places = [
  'room',
  'hall',
  'stairs',
  'door',
  'balcony',
  'own_garden',
  'shared_yard',
  'street',
  'park',
  'other_home',
  'carrier',
] as const
export type Place = (typeof places)[number]

/** Shown, never scored. */
export const ownerMoods = ['win', 'ok', 'hard'] as const
export type OwnerMood = (typeof ownerMoods)[number]

/** Local time of day; `from` is the first full hour of the band, `late` runs through the night to 5. */
export const timeBandStarts = [
  { key: 'early', from: 5 },
  { key: 'morning', from: 8 },
  { key: 'midday', from: 11 },
  { key: 'afternoon', from: 15 },
  { key: 'evening', from: 18 },
  { key: 'late', from: 21 },
] as const
export const timeBands = ['early', 'morning', 'midday', 'afternoon', 'evening', 'late'] as const
export type TimeBand = (typeof timeBands)[number]

export const noiseLevels = ['none', 'low', 'medium', 'high'] as const
export type NoiseLevel = (typeof noiseLevels)[number]

export const weathers = ['dry', 'wet', 'wind', 'cold', 'hot'] as const
export type Weather = (typeof weathers)[number]

/** What a person taps instead of a stopwatch; the lower bound in seconds is what is stored. */
export const durationBands = [
  { key: 'under_10s', fromSec: 0 },
  { key: '10s_to_30s', fromSec: 10 },
  { key: '30s_to_1min', fromSec: 30 },
  { key: '1_to_2min', fromSec: 60 },
  { key: '2_to_5min', fromSec: 120 },
  { key: '5_to_10min', fromSec: 300 },
  { key: '10_to_20min', fromSec: 600 },
  { key: '20_to_30min', fromSec: 1200 },
  { key: '30_to_60min', fromSec: 1800 },
  { key: 'over_1h', fromSec: 3600 },
] as const
export const durationBandKeys = [
  'under_10s',
  '10s_to_30s',
  '30s_to_1min',
  '1_to_2min',
  '2_to_5min',
  '5_to_10min',
  '10_to_20min',
  '20_to_30min',
  '30_to_60min',
  'over_1h',
] as const
export type DurationBand = (typeof durationBandKeys)[number]
