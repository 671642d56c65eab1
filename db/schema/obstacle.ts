import { sql } from 'drizzle-orm'
import { foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { obstacles } from '@/lib/domain/obstacle/obstacle'
import { animal } from './animal'
import { contact } from './client'
import { app, instant, plainDate, practiceId } from './columns'
import { plan } from './plan'

/** What got in the way of homework on a local day of the animal's home, as somebody of the household tapped it. */
export const obstacle = app.table(
  'obstacle',
  {
    practiceId: practiceId(),
    animalId: uuid('animal_id').notNull(),
    day: plainDate('day').notNull(),
    planId: uuid('plan_id').notNull(),
    obstacle: text('obstacle', { enum: obstacles }).notNull(),
    toldBy: uuid('told_by').notNull(),
    toldAt: instant('told_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.animalId, t.day] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.planId], foreignColumns: [plan.practiceId, plan.id] }),
    foreignKey({ columns: [t.practiceId, t.toldBy], foreignColumns: [contact.practiceId, contact.id] }),
    index('obstacle_of_plan').on(t.practiceId, t.planId, t.day),
  ],
)
