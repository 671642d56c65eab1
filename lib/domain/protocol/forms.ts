import { z } from 'zod'
import { flag, requiredId, requiredOptionOf, tick, version } from '@/lib/domain/form/fields'
import { sentencesOf } from './homework'
import { protocolBytes } from './interchange'
import { protocolKey, stagePlaces } from './protocol'

// The forms that write a draft, as strings from a browser; what is empty may stay empty until it is published.
// Every message is a key of the catalogue's `errors`.

const given = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const name = z.string('required').trim().min(1, 'required').max(500, 'tooLong')
const prose = z.string().trim().max(1000, 'tooLong').default('')
const optionalKey = z.preprocess(given, protocolKey.optional())
const number = z.coerce.number('notANumber').int('notANumber')
/** A whole number from 0; an empty field is missing, or what it stands for. */
const count = (most: number, empty?: number) =>
  z.preprocess((value) => given(value) ?? empty, number.min(0, 'negative').max(most, 'outOfRange'))
/** One thing a line; empty lines are none. */
const linesUpTo = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) =>
      typed
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(500, 'tooLong')).max(most, 'tooMany'))

/** Which draft, and as which version it was seen. */
export const draftIdSchema = z.object({ draftId: requiredId, version })
export type DraftId = z.output<typeof draftIdSchema>

/** The key tells whoever comes second that their draft was published, not lost. */
export const publishSchema = draftIdSchema.extend({ key: protocolKey })
export type PublishForm = z.output<typeof publishSchema>

/** The draft as a whole and its indoor programme; its stages have forms of their own. */
export const draftHeadSchema = draftIdSchema.extend({
  name,
  key: protocolKey,
  alternative: z.object({
    key: protocolKey,
    name,
    when: prose,
    items: linesUpTo(60),
    review: prose,
    reviewDays: z.preprocess(given, number.min(1, 'outOfRange').max(730, 'outOfRange')),
    restartAt: optionalKey,
  }),
})
export type DraftHead = z.output<typeof draftHeadSchema>

const stageFields = draftIdSchema.extend({
  stageKey: protocolKey,
  name,
  place: requiredOptionOf(stagePlaces),
  leash: flag,
  gate: flag,
  minDays: count(365),
  minSessionDays: count(365),
  targetMinutes: count(1440, 0),
  targetSeconds: count(59, 0),
  reps: z.preprocess(given, number.min(1, 'outOfRange').max(100, 'outOfRange').optional()),
  entry: prose,
  dose: prose,
  exercises: linesUpTo(30),
  advance: prose,
  back: prose,
  stop: prose,
  signs: prose,
  homework: prose.refine((words) => sentencesOf(words).length <= 3, 'tooManySentences'),
  ticks: linesUpTo(20),
  stepBackTo: optionalKey,
})

/** One stage. At the door and outdoors the safety list cannot be switched off. */
export const stageFormSchema = stageFields.superRefine(
  ({ place, gate }, context) => {
    if ((place === 'threshold' || place === 'outdoor') && gate !== true)
      context.addIssue({ code: 'custom', message: 'gateNeeded', path: ['gate'] })
  },
  { when: () => true },
)
export type StageForm = z.output<typeof stageFormSchema>

export const newStageSchema = z.object({
  draftId: requiredId,
  key: protocolKey,
  name,
  after: z.string().default(''),
})
export type NewStage = z.output<typeof newStageSchema>

/** One stage of a draft, to be taken out or to change places. */
export const draftStageSchema = z.object({ draftId: requiredId, stageKey: protocolKey })
export type DraftStage = z.output<typeof draftStageSchema>
export const moveStageSchema = draftStageSchema.extend({ way: requiredOptionOf(['up', 'down']) })
export type MoveStage = z.output<typeof moveStageSchema>

/** What is made of a published version: a copy under a key of its own, or the draft of its next version. */
export const writeProtocolSchema = z.object({
  protocolId: requiredId,
  as: requiredOptionOf(['copy', 'next']),
})
export type WriteProtocol = z.output<typeof writeProtocolSchema>

/** A protocol as exported text, pasted or from a file. */
export const importSchema = z.object({
  text: z.string('required').trim().min(1, 'required').max(protocolBytes, 'tooManyBytes'),
  replace: tick,
})
export type ImportForm = z.output<typeof importSchema>
