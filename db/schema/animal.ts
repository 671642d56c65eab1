import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { birthPrecisions, neuterings, origins, sexes, temperaments } from '@/lib/domain/animal/intake'
import { species } from '@/lib/domain/observation/vocabulary'
import { client } from './client'
import { app, id, instant, plainDate, practiceId } from './columns'

export const animal = app.table(
  'animal',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: uuid('client_id').notNull(),
    name: text('name').notNull(),
    species: text('species', { enum: species }).notNull(),
    bornOn: plainDate('born_on'),
    bornPrecision: text('born_precision', { enum: birthPrecisions }).notNull().default('unknown'),
    sex: text('sex', { enum: sexes }).notNull().default('unknown'),
    neutering: text('neutering', { enum: neuterings }).notNull().default('unknown'),
    breed: text('breed').notNull().default(''),
    coat: text('coat').notNull().default(''),
    origin: text('origin', { enum: origins }).notNull().default('unknown'),
    acquiredOn: plainDate('acquired_on'),
    temperament: text('temperament', { enum: temperaments })
      .array()
      .notNull()
      .default(sql`'{}'`),
    microchip: text('microchip').notNull().default(''),
    vetName: text('vet_name').notNull().default(''),
    vetPhone: text('vet_phone').notNull().default(''),
    foodPreferences: text('food_preferences').notNull().default(''),
    /** Words it answers to, and by what somebody else knows it: for its sheets. */
    cueWords: text('cue_words').notNull().default(''),
    marks: text('marks').notNull().default(''),
    /** Wall times of its home, "07:30". */
    meals: text('meals')
      .array()
      .notNull()
      .default(sql`'{}'`),
    knownTriggers: text('known_triggers').notNull().default(''),
    notes: text('notes').notNull().default(''),
    /** The owner's page shows the score's number only where this is on. */
    showScore: boolean('show_score').notNull().default(false),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    archivedAt: instant('archived_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index().on(t.practiceId, t.clientId),
  ],
)

/** Measures of one day: grams and millimetres, whatever the screen shows. */
export const measure = app.table(
  'measure',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    takenOn: plainDate('taken_on').notNull(),
    weightGrams: integer('weight_grams'),
    girthMm: integer('girth_mm'),
    neckMm: integer('neck_mm'),
    /** Neck to base of tail; rats. */
    lengthMm: integer('length_mm'),
    twoFingers: boolean('two_fingers'),
    backOutTest: boolean('back_out_test'),
    gear: text('gear').notNull().default(''),
    noteId: uuid('note_id'),
    takenBy: uuid('taken_by').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    index().on(t.practiceId, t.animalId, t.takenOn),
  ],
)
