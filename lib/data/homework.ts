import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { homework, plan } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { SetHomework } from '@/lib/domain/plan/forms'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { writeNews } from '@/lib/mail/news'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'

/** Homework of the animals this viewer may see; a share link sees none. */
const visibleHomework = (viewer: Viewer) =>
  and(
    eq(homework.practiceId, viewer.practiceId),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(homework.animalId, [...viewer.animalIds]) : undefined,
  )
const visiblePlans = (viewer: Viewer) =>
  and(
    eq(plan.practiceId, viewer.practiceId),
    isNull(plan.endedAt),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(plan.animalId, [...viewer.animalIds]) : undefined,
  )

export type Homework = {
  id: string
  animalId: string
  stageKey: string
  items: HomeworkDraft[]
  createdAt: Temporal.Instant
}

/**
 * Gives an animal new homework and lays the old one aside. Items without a word fall away; none left means no
 * homework for now. Only by who trains, only under a running plan.
 */
export function setHomework(
  viewer: Viewer,
  input: SetHomework,
  now: Temporal.Instant,
): Promise<Result<{ homeworkId: string | null; animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const animalId = idFrom(input.animalId)
    const [running] = await tx
      .select({
        planId: plan.id,
        clientId: sql<string>`(select a.client_id from app.animal a
          where a.practice_id = ${plan.practiceId} and a.id = ${plan.animalId})`,
      })
      .from(plan)
      .where(and(visiblePlans(viewer), eq(plan.animalId, animalId)))
      .for(canTrain(viewer) ? 'update' : 'key share')
    const { planId, clientId } = found(running)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const standing = found((await assessmentsOf(viewer, [animalId], now)).get(animalId))
    await tx
      .update(homework)
      .set({ replacedAt: now })
      .where(and(visibleHomework(viewer), eq(homework.animalId, animalId), isNull(homework.replacedAt)))
    const items = input.items.filter(hasWords)
    if (items.length === 0) return done({ homeworkId: null, animalId })
    const [row] = await tx
      .insert(homework)
      .values({
        practiceId: viewer.practiceId,
        animalId,
        planId,
        stageKey: standing.stageKey,
        noteId: input.noteId ?? null,
        items,
        setBy: viewer.memberId,
        createdAt: now,
      })
      .returning({ id: homework.id })
    const { id } = found(row)
    // What comes with a note is told by its summary.
    if (!input.noteId)
      await writeNews(tx, {
        ...{ practiceId: viewer.practiceId, kind: 'homework_changed', key: `homework:${animalId}:${id}` },
        told: { clientId },
        about: { animalId, clientId },
        dueAt: now,
      })
    await audit(tx, viewer, 'setHomework', 'homework', id, { animalId })
    return done({ homeworkId: id, animalId })
  })
}

/** What is to be done now, by animal, in one statement. Animals without homework are absent. */
export function currentHomework(
  viewer: Viewer,
  animalIds: readonly string[],
): Promise<Map<string, Homework>> {
  if (animalIds.length === 0) return Promise.resolve(new Map())
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select({
        id: homework.id,
        animalId: homework.animalId,
        stageKey: homework.stageKey,
        items: homework.items,
        createdAt: homework.createdAt,
      })
      .from(homework)
      .where(
        and(
          visibleHomework(viewer),
          isNull(homework.replacedAt),
          inArray(homework.animalId, animalIds.map(idFrom)),
        ),
      )
    return new Map(rows.map((row) => [row.animalId, row]))
  })
}

const hasWords = ({ exercise, sentences, dose, good, stop }: HomeworkDraft): boolean =>
  [exercise, ...sentences, dose, good, stop].some((words) => words.trim() !== '')
