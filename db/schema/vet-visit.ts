import { sql } from 'drizzle-orm'
import { foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { animal } from './animal'
import { app, id, instant, plainDate, practiceId } from './columns'
import { member } from './practice'

/** When an animal is at the vet's: `at` is "10:00" on the wall of its home, null where only the day is known. */
export const vetVisit = app.table(
  'vet_visit',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    day: plainDate('day').notNull(),
    at: text('at'),
    words: text('words').notNull().default(''),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: instant('written_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.writtenBy], foreignColumns: [member.practiceId, member.id] }),
    index('vet_visit_of_animal').on(t.practiceId, t.animalId, t.day),
  ],
)
