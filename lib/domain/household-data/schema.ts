import { z } from 'zod'

// What a household takes away with it, as `household.json`. Reading it needs nothing of Doorstep: the zip carries this
// shape as JSON Schema. Fields are only ever added within a version; what changes its meaning makes a new one.

export const householdFormat = 'doorstep-household'
export const householdVersion = 1

const id = z.uuid()
const words = z.string()
const instant = z.iso.datetime()
const day = z.iso.date()
/** The clock on the wall of the place; its zone stands beside it. */
const wall = z.iso.datetime({ local: true })
const number = z.number().nullable()
const list = z.array(z.string())
const thing = z.record(z.string(), z.unknown())

/** One row of each kind, with exactly the fields a household takes away. Names are those of the columns. */
export const rowShapes = {
  household: z.strictObject({
    ...{ name: words, street: words, postcode: words, town: words, lat: number, lng: number, zone: words },
    ...{ parkingMinutes: number, accessNotes: words, createdAt: instant },
  }),
  people: z.strictObject({
    ...{ id, name: words, relation: words, email: words.nullable(), phone: words, isMain: z.boolean() },
    ...{ createdAt: instant, removedAt: instant.nullable() },
  }),
  mailChoices: z.strictObject({
    ...{ reminder: z.boolean(), messages: z.boolean(), homeworkHour: number, changedAt: instant },
  }),
  newsChoices: z.strictObject({
    ...{ hidden: list, silent: list, quietFrom: number, quietUntil: number },
    ...{ flagsAnytime: z.boolean(), changedAt: instant },
  }),
  devices: z.strictObject({ name: words.nullable(), createdAt: instant, rungAt: instant.nullable() }),
  looks: z.strictObject({ seenAt: instant, beforeAt: instant.nullable() }),
  consents: z.strictObject({
    ...{ kind: words, given: z.boolean(), givenOn: day, givenBy: words, createdAt: instant },
  }),
  animals: z.strictObject({
    ...{ id, name: words, species: words, bornOn: day.nullable(), bornPrecision: words, sex: words },
    ...{ neutering: words, breed: words, coat: words, origin: words, acquiredOn: day.nullable() },
    ...{ temperament: list, microchip: words, vetName: words, vetPhone: words, foodPreferences: words },
    ...{ cueWords: words, marks: words, meals: list, knownTriggers: words },
    ...{ createdAt: instant, archivedAt: instant.nullable() },
  }),
  measures: z.strictObject({
    ...{ animalId: id, takenOn: day, weightGrams: number, girthMm: number, neckMm: number, lengthMm: number },
    ...{ twoFingers: z.boolean().nullable(), backOutTest: z.boolean().nullable(), gear: words },
  }),
  harnessFits: z.strictObject({
    ...{ animalId: id, brand: words, size: words, style: words, fitsNeck: z.boolean() },
    ...{ fitsGirth: z.boolean(), backOut: z.boolean(), condition: words, remark: words, createdAt: instant },
  }),
  plans: z.strictObject({
    ...{ id, animalId: id, goal: words, protocol: words, createdAt: instant, endedAt: instant.nullable() },
  }),
  stages: z.strictObject({
    ...{ animalId: id, planId: id, kind: words, stageKey: words, fromStageKey: words.nullable() },
    ...{ outcome: words.nullable(), enteredOn: day, reason: words, pauseUntil: day.nullable(), at: instant },
  }),
  homework: z.strictObject({
    ...{ animalId: id, stageKey: words, items: z.array(thing), createdAt: instant },
    replacedAt: instant.nullable(),
  }),
  sessions: z.strictObject({
    ...{ id, animalId: id, day, startedAt: instant, zone: words, source: words, recordedByName: words },
    ...{ stageKey: words, visitId: id.nullable(), exercise: words, durationSec: number, repsOk: number },
    ...{ repsTotal: number, stress: z.number(), signs: list, goodSigns: list, food: words.nullable() },
    ...{ choice: words.nullable(), recovery: words.nullable(), tension: words.nullable() },
    ...{ ended: words.nullable(), triggers: list, triggerDistance: words.nullable() },
    ...{ place: words.nullable(), events: list, health: list, ownerMood: words.nullable() },
    ...{ latencyApproachSec: number, latencyEatSec: number, latencyStepSec: number, longestCalmSec: number },
    ...{ noise: words.nullable(), weather: words.nullable(), temperatureC: number, note: words },
    ...{ createdAt: instant, voidedAt: instant.nullable(), voidReason: words.nullable() },
  }),
  obstacles: z.strictObject({ animalId: id, day, obstacle: words, toldAt: instant }),
  assessments: z.strictObject({
    ...{ animalId: id, asOf: day, stageKey: words, ruleSet: words, score: number, confidence: z.number() },
    ...{ recommendation: words, why: words, computedAt: instant },
  }),
  safety: z.strictObject({
    ...{ animalId: id, item: words, passed: day, failed: z.boolean(), validUntil: day.nullable() },
    ...{ site: words, evidence: words, seenBy: words, createdAt: instant, withdrawnAt: instant.nullable() },
  }),
  vetFlags: z.strictObject({
    ...{ animalId: id, sign: words, openedAt: instant, openedNote: words, closedAt: instant.nullable() },
    closingNote: words.nullable(),
  }),
  vetLetters: z.strictObject({ animalId: id, content: thing, writtenAt: instant }),
  shareLinks: z.strictObject({
    ...{ animalId: id, scope: words, label: words, createdByName: words, createdAt: instant },
    ...{ expiresAt: instant, revokedAt: instant.nullable(), views: z.number() },
    lastViewedAt: instant.nullable(),
  }),
  visits: z.strictObject({
    ...{ id, status: words, localStart: wall, zone: words, minutes: z.number(), place: words },
    ...{ service: words, consultant: words, message: words, arrivedAt: instant.nullable() },
    ...{ leftAt: instant.nullable(), cancelledAt: instant.nullable(), cancelReason: words.nullable() },
    createdAt: instant,
  }),
  visitRequests: z.strictObject({
    ...{ id, words, choices: list, state: words, answer: words, askedAt: instant },
    ...{ answeredAt: instant.nullable(), visitId: id.nullable() },
  }),
  messages: z.strictObject({
    ...{ id, by: words, words, writtenAt: instant, photoId: id.nullable() },
  }),
  waiting: z.strictObject({
    ...{ weekdays: z.array(z.number()), fromTime: words.nullable(), untilTime: words.nullable() },
    ...{ untilDay: day, words, state: words, since: instant },
  }),
  waitingOffers: z.strictObject({
    ...{ startsAt: instant, state: words, offeredAt: instant.nullable(), answeredAt: instant.nullable() },
  }),
  photos: z.strictObject({
    ...{ id, animalId: id, visitId: id.nullable(), sessionId: id.nullable(), format: words },
    ...{ width: z.number(), height: z.number(), durationMs: number, byteSize: z.number(), sha256: words },
    ...{ addedAt: instant, takenAt: instant.nullable() },
  }),
} as const

export type RowKind = keyof typeof rowShapes

const summary = z.strictObject({
  ...{ visitId: id, letter: words, signedBy: words, signedAt: instant, contentHash: words },
  animals: z.array(
    z.strictObject({
      ...{ animalId: id, seen: thing, decision: words.nullable(), pauseUntil: day.nullable() },
      ...{ stageKey: words.nullable(), homework: z.array(thing) },
    }),
  ),
  additions: z.array(z.strictObject({ nth: z.number(), body: words, reason: words, by: words, at: instant })),
})

const { household, ...many } = rowShapes
type Many = { [K in keyof typeof many]: z.ZodArray<(typeof many)[K]> }

/** The whole of `household.json`. */
export const householdDataSchema = z.strictObject({
  format: z.literal(householdFormat),
  version: z.literal(householdVersion),
  madeAt: instant,
  practice: z.strictObject({ name: words, email: words.nullable(), phone: words.nullable() }),
  household,
  ...(Object.fromEntries(Object.entries(many).map(([kind, shape]) => [kind, z.array(shape)])) as Many),
  /** What the practice signed about a visit, as the household reads it. */
  summaries: z.array(summary),
})

export type HouseholdData = z.output<typeof householdDataSchema>

/** The shape of `household.json` for other programs. */
export const householdJsonSchema = (): object => z.toJSONSchema(householdDataSchema)
