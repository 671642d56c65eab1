import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { client, homeLook, practice } from '@/db/schema'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import type {
  Home,
  HomeAnimal,
  Housemate,
  Letter,
  Logged,
  LogSheet,
  NextVisit,
  OwnerPlan,
  PastLog,
} from '@/lib/domain/home/pages'
import { afterLook } from '@/lib/domain/home/look'
import type { ConsentAnswer } from '@/lib/domain/client/consents'
import { consentFrom } from '@/lib/domain/photo/consent'
import type { HomeKit, LogSheetAlong } from '@/lib/domain/kit/home-kit'
import { nothingYet } from '@/lib/domain/log/progress'
import type { Obstacle } from '@/lib/domain/obstacle/obstacle'
import { stageOf } from '@/lib/domain/protocol/stage'
import { NotFound } from '@/lib/domain/result/result'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { dayOf } from '@/lib/domain/time/time'
import { holdingStatuses } from '@/lib/domain/visit/status'
import { asViewer, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { answersOf } from './photo-place'
import { progressOf } from './progress'
import { everybodyThere, homeworkOf, homeworkSet, ownLook } from './home-look'
import { safetyOf } from './safety'
import { toldOfService } from './service-told'
import { sessionOf, sessionsOf } from './session'

/** The owner's own household; nobody else has a home here. */
const ownHousehold = (viewer: Viewer) =>
  and(
    eq(client.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? eq(client.id, viewer.clientId) : sql`false`,
  )

/** Everything on the owner's first page, in four statements whatever the household. For guardians only. */
export function homeOf(viewer: Viewer, now: Temporal.Instant): Promise<Home> {
  return asViewer(viewer, async (tx) => {
    const guardian = asGuardian(viewer)
    const [row] = await tx
      .select({
        zone: client.zone,
        practice: { name: practice.name, phone: practice.phone, email: practice.email },
        animals: animalsOf(guardian),
        letter: lastLetter,
        next: nextVisit(now),
        told: toldLately(guardian, now),
        set: homeworkSet(guardian),
        members: everybodyThere,
        look: { seenAt: homeLook.seenAt, beforeAt: homeLook.beforeAt },
      })
      .from(client)
      .innerJoin(practice, eq(practice.id, client.practiceId))
      .leftJoin(homeLook, ownLook(guardian))
      .where(ownHousehold(viewer))
    const { animals, letter, next, told, set, look, ...rest } = found(row)
    const progress = await progressOf(viewer, animals, now)
    return {
      ...rest,
      today: dayOf(now, rest.zone),
      animals: animals.map((animal) => ({
        ...animal,
        ...(progress.get(animal.id) ?? nothingYet),
        told: told
          .filter(({ animalId }) => animalId === animal.id)
          .map(({ day, obstacle }) => ({ day: Temporal.PlainDate.from(day), obstacle })),
        homeworkSet: homeworkOf(animal.id, set),
      })),
      letter: letter && { ...letter, day: Temporal.PlainDate.from(letter.day) },
      lookedAt: afterLook(look, now).beforeAt,
      next: next && { ...next, localStart: Temporal.PlainDateTime.from(next.localStart) },
    }
  })
}

/** What the log form needs, for one animal of the household (the first where none is named). */
export function logSheetOf(
  viewer: Viewer,
  animalId: string | undefined,
  now: Temporal.Instant,
): Promise<LogSheet> {
  return asViewer(viewer, async () => {
    const { animals, zone, answers } = await animalsAtHome(viewer)
    const animal = chosen(animals, animalId)
    const standing = animal ? ((await assessmentsOf(viewer, [animal.id], now)).get(animal.id) ?? null) : null
    const consent = consentFrom(answers)
    return { animals: animals.map(byName), animal, standing, consent, today: dayOf(now, zone), zone }
  })
}

/** The logs of all the household's animals, to be kept on a device of theirs. For guardians only. */
export function homeKitOf(viewer: Viewer, now: Temporal.Instant): Promise<HomeKit> {
  return asViewer(viewer, async () => {
    const { practiceId, userId, practiceName: practice } = asGuardian(viewer)
    const { animals, zone, answers } = await animalsAtHome(viewer)
    const ids = animals.map(({ id }) => id)
    const standings = await assessmentsOf(viewer, ids, now)
    const sheets = animals.map((animal) => ({ animal, ...asked(standings.get(animal.id)) }))
    return {
      owner: { practiceId, userId },
      practice,
      zone,
      takenAt: now,
      consent: consentFrom(answers),
      sheets,
    }
  })
}

function asked(standing: AnimalStanding | null | undefined): Omit<LogSheetAlong, 'animal'> {
  if (!standing) return { stage: null, is: 'noPlan' }
  const stage = stageOf(standing.protocol, standing.stageKey)
  return { stage, is: standing.recommendation === 'pause' ? 'resting' : 'training' }
}

/** One animal's stages and its safety list as the household reads them, in five statements. */
export function ownerPlanOf(
  viewer: Viewer,
  animalId: string | undefined,
  now: Temporal.Instant,
): Promise<OwnerPlan> {
  return asViewer(viewer, async () => {
    const { animals: living, zone } = await animalsAtHome(viewer)
    const today = dayOf(now, zone)
    const animal = chosen(living, animalId)
    const animals = living.map(byName)
    if (!animal) return { animals, animal, progress: nothingYet, safety: null, today, zone }
    const progress = (await progressOf(viewer, [animal], now)).get(animal.id) ?? nothingYet
    const running = progress.standing && progress.standing.status !== 'completed'
    const safety = running ? await safetyOf(viewer, animal.id, now) : null
    return { animals, animal, progress, safety, today, zone }
  })
}

/** The last sessions of one animal of the household, its consultant's too, newest first. For guardians only. */
export function pastLogOf(viewer: Viewer, animalId: string | undefined): Promise<PastLog> {
  return asViewer(viewer, async () => {
    const { animals } = await animalsAtHome(viewer)
    const animal = chosen(animals, animalId)
    const sessions = animal ? await sessionsOf(viewer, animal.id, 100) : []
    return { animals: animals.map(byName), animal: animal && byName(animal), sessions }
  })
}

/** A session of the household that was just written down, and where its animal stands now. */
export function loggedOf(viewer: Viewer, sessionId: string, now: Temporal.Instant): Promise<Logged> {
  return asViewer(viewer, async (tx) => {
    asGuardian(viewer)
    const session = await sessionOf(viewer, sessionId)
    const standing = (await assessmentsOf(viewer, [session.animalId], now)).get(session.animalId) ?? null
    const [row] = await tx
      .select({ phone: practice.phone })
      .from(practice)
      .where(eq(practice.id, viewer.practiceId))
    return { session, standing, practicePhone: found(row).phone }
  })
}

function asGuardian(viewer: Viewer): GuardianViewer {
  if (viewer.kind !== 'guardian') throw new NotFound()
  return viewer
}

export const byName = ({ id, name }: HomeAnimal): Housemate => ({ id, name })

/** The animal that is asked for, the first where none is; another home's is NotFound. */
export function chosen(animals: readonly HomeAnimal[], animalId: string | undefined): HomeAnimal | null {
  if (animalId === undefined) return animals[0] ?? null
  const id = idFrom(animalId)
  return found(animals.find((animal) => animal.id === id))
}

type AtHome = { animals: HomeAnimal[]; zone: string; answers: ConsentAnswer[] }

/** The animals of the viewer's own home and what is to be done with each. For guardians only. */
export function animalsAtHome(viewer: Viewer): Promise<AtHome> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        zone: client.zone,
        animals: animalsOf(asGuardian(viewer)),
        answers: answersOf(client.practiceId, client.id),
      })
      .from(client)
      .innerJoin(practice, eq(practice.id, client.practiceId))
      .where(ownHousehold(viewer))
    return found(row)
  })
}

/** The household's animals with what is to be done now, in the order in which they came. */
const animalsOf = (viewer: GuardianViewer) => sql<HomeAnimal[]>`(select coalesce(json_agg(json_build_object(
  'id', a.id, 'name', a.name, 'species', a.species, 'coat', a.coat, 'showScore', a.show_score,
  'homework', coalesce((select h.items from app.homework h join app.plan p
    on p.practice_id = h.practice_id and p.id = h.plan_id and p.ended_at is null
    where h.practice_id = a.practice_id and h.animal_id = a.id and h.replaced_at is null), '[]'))
  order by a.created_at, a.id), '[]')
  from app.animal a where a.practice_id = ${client.practiceId} and a.client_id = ${client.id}
    and a.archived_at is null and a.id = any(${sql.param(`{${viewer.animalIds.join(',')}}`)}::uuid[]))`

/** What got in the way in the last week, wherever on earth the home is. */
const toldLately = (viewer: GuardianViewer, now: Temporal.Instant) => sql<
  { animalId: string; day: string; obstacle: Obstacle }[]
>`(select coalesce(json_agg(json_build_object('animalId', o.animal_id, 'day', o.day, 'obstacle', o.obstacle)), '[]')
  from app.obstacle o where o.practice_id = ${client.practiceId} and o.day > (${now.toString()}::timestamptz - interval '9 days')::date
    and o.animal_id = any(${sql.param(`{${viewer.animalIds.join(',')}}`)}::uuid[]))`

/** The letter of the last signed note; drafts and what is kept inside the practice are not looked at. */
const lastLetter = sql<(Omit<Letter, 'day'> & { day: string }) | null>`(select json_build_object(
  'visitId', v.id, 'day', v.local_start::date, 'words', coalesce(n.body->>'letter', ''), 'from', m.name)
  from app.note n
  join app.visit v on v.practice_id = n.practice_id and v.id = n.visit_id
  join app.member m on m.practice_id = n.practice_id and m.id = n.signed_by
  where v.practice_id = ${client.practiceId} and v.client_id = ${client.id} and n.status = 'signed'
  order by v.local_start desc limit 1)`

/** The visit that is on or comes next. */
const nextVisit = (now: Temporal.Instant) => sql<
  (Omit<NextVisit, 'localStart'> & { localStart: string }) | null
>`(select json_build_object('localStart', v.local_start, 'minutes', v.minutes, 'place', v.place,
  'message', v.message, 'consultant', m.name, 'told', ${toldOfService(sql`v`)})
  from app.visit v join app.member m on m.practice_id = v.practice_id and m.id = v.consultant_id
  where v.practice_id = ${client.practiceId} and v.client_id = ${client.id}
    and v.status = any(${sql.param(`{${holdingStatuses.join(',')}}`)}::text[]) and v.status <> 'done'
    and upper(v.during) > ${now.toString()}::timestamptz
  order by v.local_start limit 1)`
