import { z } from 'zod'
import {
  listOf,
  longText,
  optionalDay,
  optionOf,
  phone,
  requiredDay,
  requiredId,
  requiredOptionOf,
  requiredText,
  shortText,
  tick,
  version,
} from '@/lib/domain/form/fields'
import { species } from '@/lib/domain/observation/vocabulary'
import { readBirth } from './birth'
import { coats, coatsOf } from './coats'
import { neuterings, origins, sexes, temperaments } from './intake'

/** A positive number in the practice's units; a decimal comma is as good as a point. */
export const amount = (high: number) =>
  z.preprocess(
    (value) =>
      typeof value === 'string' && value.trim() !== '' ? value.trim().replace(',', '.') : undefined,
    z.coerce.number('notANumber').gt(0, 'outOfRange').max(high, 'outOfRange').optional(),
  )

const body = {
  /** Kilograms or pounds, as the practice measures. */
  weight: amount(60),
  /** Centimetres or inches. */
  girth: amount(120),
  neck: amount(80),
}

/** When it is fed: "7:30, 18:00", in order. */
const meals = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(/[,;\s]+/)
      .filter((time) => time !== '')
      .map((time) => time.replace('.', ':').padStart(5, '0'))
      .toSorted(),
  )
  .pipe(z.array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notATime')).max(8, 'tooLong'))

const intake = {
  name: requiredText,
  species: requiredOptionOf(species),
  born: z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      const birth = readBirth(text)
      if (!birth) context.addIssue({ code: 'custom', message: 'notABirth' })
      return birth ?? z.NEVER
    }),
  sex: optionOf(sexes),
  neutering: optionOf(neuterings),
  breed: shortText,
  coat: optionOf(coats),
  origin: optionOf(origins),
  acquiredOn: optionalDay,
  temperament: listOf(temperaments),
  microchip: z
    .string()
    .default('')
    .transform((text) => text.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^(\d{9,15})?$/, 'notAChip')),
  vetName: shortText,
  vetPhone: phone,
  meals,
  foodPreferences: longText,
  cueWords: shortText,
  marks: shortText,
  knownTriggers: longText,
  notes: longText,
  showScore: tick,
}

/** Of a rat drawn as a cat only the portrait is wrong: the coat falls back to the first of its species. */
const withCoat = <T extends { species: 'cat' | 'rat'; coat?: string | undefined }>(animal: T) => ({
  ...animal,
  coat: (coatsOf[animal.species] as readonly string[]).includes(animal.coat ?? '') ? (animal.coat ?? '') : '',
})

export const newAnimalSchema = z.object({ clientId: requiredId, ...intake, ...body }).transform(withCoat)
export type NewAnimal = z.output<typeof newAnimalSchema>

export const animalSchema = z.object({ id: requiredId, version, ...intake }).transform(withCoat)
export type AnimalChange = z.output<typeof animalSchema>

/** Measures of one day. The harness words are the practice's own. */
export const measureSchema = z
  .object({
    animalId: requiredId,
    takenOn: requiredDay,
    ...body,
    /** Neck to base of tail. */
    length: amount(60),
    gear: shortText,
  })
  .refine(({ weight, girth, neck, length }) => (weight ?? girth ?? neck ?? length) !== undefined, {
    path: ['weight'],
    message: 'nothingMeasured',
  })
export type NewMeasure = z.output<typeof measureSchema>
