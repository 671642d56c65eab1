import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, homework, photo, practice } from '@/db/schema'
import type { ShareViewer, Viewer } from '@/lib/domain/access/viewer'
import { stopSigns, tasksOfWeek } from '@/lib/domain/plan/this-week'
import { stageOf } from '@/lib/domain/protocol/stage'
import { NotFound } from '@/lib/domain/result/result'
import { fieldsOf, type SharedField } from '@/lib/domain/share/audience'
import type { Call } from '@/lib/domain/share/link'
import type { Shared, SharedValues } from '@/lib/domain/share/shared'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { onTheWay } from '@/lib/domain/standing/on-the-way'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, found } from './as-viewer'
import { assessmentsOf } from './assessment'
import { visiblePhotos } from './photo'
import { progressOf } from './progress'
import { factsOf, findingsOf, flagsOf, weightsOf } from './shared-health'

/** The one animal of a share link; nobody else reads here. */
const sharedAnimal = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    isNull(animal.archivedAt),
    viewer.kind === 'share' ? eq(animal.id, viewer.animalIds[0]) : sql`false`,
  )

/** Photos a page of a friend shows, the newest. Ours. */
const mostPhotos = 12

/**
 * What a share link shows: the fields of its audience, each read by its own reader, so that another field is not even
 * asked for. NotFound for everybody else, and for the link of a letter.
 */
export function sharedOf(viewer: Viewer, now: Temporal.Instant): Promise<Shared> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'share') throw new NotFound()
    const [row] = await tx
      .select({ id: animal.id, name: animal.name, species: animal.species, coat: animal.coat })
      .from(animal)
      .where(sharedAnimal(viewer))
    const { id, ...shown } = found(row)
    const reading: Reading = {
      tx,
      viewer,
      now,
      animal: { id, ...shown },
      standing: onceStanding(viewer, id, now),
    }
    const values: Partial<Record<SharedField, unknown>> = {}
    for (const field of fieldsOf(viewer.scope)) values[field] = await readers[field](reading)
    return { animal: shown, practiceName: viewer.practiceName, ...values } as Shared
  })
}

export type Reading = {
  tx: Tx
  viewer: ShareViewer
  now: Temporal.Instant
  animal: { id: string } & Shared['animal']
  /** Of the running plan, read once however many fields ask. */
  standing: () => Promise<AnimalStanding | null>
}

function onceStanding(viewer: ShareViewer, id: string, now: Temporal.Instant): Reading['standing'] {
  let asked: Promise<AnimalStanding | null> | undefined
  return () => (asked ??= assessmentsOf(viewer, [id], now).then((found) => found.get(id) ?? null))
}

const readers: { [Field in SharedField]: (reading: Reading) => Promise<SharedValues[Field]> } = {
  journey: async ({ viewer, animal, now }) => {
    const progress = (await progressOf(viewer, [animal], now)).get(animal.id)
    return {
      standing: progress?.standing ? onTheWay(progress.standing) : null,
      wins: progress?.wins ?? [],
      weeks: progress?.weeks ?? 0,
    }
  },
  photos: async ({ tx, viewer, animal }) => {
    const taken = sql<Temporal.Instant>`coalesce(${photo.takenAt}, ${photo.addedAt})`.mapWith(photo.addedAt)
    const rows = await tx
      .select({ id: photo.id, width: photo.width, height: photo.height, taken })
      .from(photo)
      .where(and(visiblePhotos(viewer), eq(photo.animalId, animal.id)))
      .orderBy(desc(taken), photo.id)
      .limit(mostPhotos)
    return rows.map(({ taken, ...picture }) => ({ ...picture, day: dayOf(taken, viewer.zone) }))
  },
  homework: async (reading) => {
    const rests = await restsNow(reading)
    return { rests, tasks: rests ? [] : await tasksOf(reading) }
  },
  plan: async ({ standing }) => {
    const running = await standing()
    return running && onTheWay(running)
  },
  log: async (reading) => {
    const { viewer, animal, now } = reading
    const running = await reading.standing()
    if (!running) return null
    return {
      animal: { ...animal, showScore: false, homework: [...(await tasksOf(reading))] },
      stage: stageOf(running.protocol, running.stageKey),
      today: dayOf(now, viewer.zone),
    }
  },
  donts: ({ animal }) => Promise.resolve(animal.species),
  stop: async (reading) => stopSigns(await tasksOf(reading), await reading.standing()),
  call: async ({ tx, viewer }) => {
    const [row] = await tx
      .select({ vetName: animal.vetName, vetPhone: animal.vetPhone, practicePhone: practice.phone })
      .from(animal)
      .innerJoin(practice, eq(practice.id, animal.practiceId))
      .where(sharedAnimal(viewer))
    const { vetName, vetPhone, practicePhone } = found(row)
    return {
      person: somebody(viewer.call),
      practicePhone: practicePhone ?? '',
      vet: somebody({ name: vetName ?? '', phone: vetPhone ?? '' }),
    }
  },
  facts: factsOf,
  findings: findingsOf,
  measures: weightsOf,
  flags: flagsOf,
}

const somebody = (call: Call | undefined): Call | null => (call && call.phone !== '' ? call : null)

/** A rest, told without its reason: this viewer sees neither vet flags nor what a pause was for. */
async function restsNow({ tx, animal, standing }: Reading): Promise<boolean> {
  if ((await standing())?.recommendation === 'pause') return true
  const [row] = await tx.execute<{ open: boolean }>(sql`select app.vet_is_open(${animal.id}::uuid) as open`)
  return row?.open ?? false
}

async function tasksOf({
  tx,
  viewer,
  animal,
  standing,
}: Reading): Promise<SharedValues['homework']['tasks']> {
  const running = await standing()
  const [row] = await tx
    .select({ items: homework.items })
    .from(homework)
    .where(
      and(
        eq(homework.practiceId, viewer.practiceId),
        eq(homework.animalId, animal.id),
        eq(homework.planId, running?.planId ?? sql`null`),
        isNull(homework.replacedAt),
      ),
    )
  return tasksOfWeek(row?.items ?? [], running)
}
