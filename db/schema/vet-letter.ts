import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, primaryKey, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { VetLetterContent } from '@/lib/domain/vet-letter/letter'
import { animal } from './animal'
import { app, id, instant, practiceId } from './columns'
import { member } from './practice'
import { shareLink } from './share'

/** A letter to the vet as it was on the day it was written; never changed. Its link opens it and nothing else. */
export const vetLetter = app.table(
  'vet_letter',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    shareLinkId: uuid('share_link_id').notNull(),
    content: jsonb('content').$type<VetLetterContent>().notNull(),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: instant('written_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({
      columns: [t.practiceId, t.shareLinkId],
      foreignColumns: [shareLink.practiceId, shareLink.id],
    }),
    foreignKey({ columns: [t.practiceId, t.writtenBy], foreignColumns: [member.practiceId, member.id] }),
    uniqueIndex('vet_letter_of_link').on(t.practiceId, t.shareLinkId),
    index('vet_letter_of_animal').on(t.practiceId, t.animalId, t.writtenAt),
  ],
)
