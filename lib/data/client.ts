import { and, desc, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, member, service, visit } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import type { VisitStatus } from '@/lib/domain/visit/status'
import { animalLinesOf, type AnimalLine } from './animal'
import { namesOfVisit } from './animals-of-visit'
import { asViewer, found, idFrom } from './as-viewer'
import type { ConsentRecord } from './consent'
import { peopleOf, type Person } from './contact'

/** A household is its practice's and its own people's; a share link shows an animal, never its home. */
const visibleClients = (viewer: Viewer) =>
  and(
    eq(client.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? eq(client.id, viewer.clientId) : undefined,
    viewer.kind === 'share' ? sql`false` : undefined,
  )

export type ClientFacts = {
  id: string
  name: string
  /** A choice of `heardFromChoices`, or the person's own words. */
  heardFrom: string | null
  street: string
  postcode: string
  town: string
  lat: number | null
  lng: number | null
  /** The place is no better than the middle of a street or town. */
  roughPlace: boolean
  /** Minutes to park there; null is the practice's. */
  parkingMinutes: number | null
  zone: string
  accessNotes: string
  notes: string
  version: number
  archivedAt: Temporal.Instant | null
}

const facts = {
  id: client.id,
  name: client.name,
  heardFrom: client.heardFrom,
  street: client.street,
  postcode: client.postcode,
  town: client.town,
  lat: client.lat,
  lng: client.lng,
  roughPlace: client.roughPlace,
  parkingMinutes: client.parkingMinutes,
  zone: client.zone,
  accessNotes: client.accessNotes,
  notes: client.notes,
  version: client.version,
  archivedAt: client.archivedAt,
}

export type VisitLine = {
  id: string
  status: VisitStatus
  localStart: Temporal.PlainDateTime
  minutes: number
  place: 'home' | 'remote'
  service: string
  consultant: string
  animals: string[]
  isAhead: boolean
}

export type ClientPage = ClientFacts & {
  people: Person[]
  animals: AnimalLine[]
  /** In the order they were written down. */
  consents: ConsentRecord[]
  /** The next first. */
  ahead: VisitLine[]
  /** The latest first, at most thirty with those ahead. */
  past: VisitLine[]
}

/** Everything the practice knows of a household, in two statements. For members; NotFound for anybody else. */
export function clientPage(viewer: Viewer, id: string, now: Temporal.Instant): Promise<ClientPage> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select({ ...facts, people: peopleOfClient, animals: animalsOfClient, consents: consentsOfClient })
      .from(client)
      .where(and(visibleClients(viewer), eq(client.id, idFrom(id))))
    const page = found(row)
    const visits = await visitsOf(tx, viewer, page.id, now)
    return {
      ...page,
      animals: page.animals.map(animalFromJson),
      ahead: visits.filter((line) => line.isAhead).reverse(),
      past: visits.filter((line) => !line.isAhead),
    }
  })
}

/** A household's own facts, for its form and for headings. For members. */
export function clientFacts(viewer: Viewer, id: string): Promise<ClientFacts> {
  return asViewer(viewer, (tx) => loadForPractice(tx, viewer, id))
}

export type Household = {
  id: string
  name: string
  practiceName: string
  people: { id: string; name: string; relation: string; isMain: boolean; isMe: boolean }[]
  animals: AnimalLine[]
}

/** An animal owner's own household: no access notes, no notes of the practice. NotFound for anybody else. */
export function householdOf(viewer: Viewer): Promise<Household> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'guardian') throw new NotFound()
    const [row] = await tx
      .select({ id: client.id, name: client.name })
      .from(client)
      .where(and(visibleClients(viewer), eq(client.id, viewer.clientId)))
    const { id, name } = found(row)
    const people = await peopleOf(viewer, id)
    return {
      id,
      name,
      practiceName: viewer.practiceName,
      people: people.map((person) => ({
        id: person.id,
        name: person.name,
        relation: person.relation,
        isMain: person.isMain,
        isMe: person.id === viewer.contactId,
      })),
      animals: await animalLinesOf(viewer, id),
    }
  })
}

type JsonAnimal = Omit<AnimalLine, 'bornOn' | 'archivedAt'> & {
  bornOn: string | null
  archivedAt: string | null
}

const animalFromJson = ({ bornOn, archivedAt, ...line }: JsonAnimal): AnimalLine => ({
  ...line,
  bornOn: bornOn === null ? null : Temporal.PlainDate.from(bornOn),
  archivedAt: archivedAt === null ? null : Temporal.Instant.from(archivedAt),
})

const peopleOfClient = sql<Person[]>`(select coalesce(json_agg(json_build_object('id', c.id,
    'clientId', c.client_id, 'name', c.name, 'relation', c.relation, 'email', c.email, 'phone', c.phone,
    'isMain', c.is_main, 'maySignIn', c.user_id is not null,
    'bounced', coalesce(c.bounced_address = c.email, false), 'version', c.version)
    order by c.is_main desc, c.created_at, c.id), '[]')
  from app.contact c
  where c.practice_id = client.practice_id and c.client_id = client.id and c.removed_at is null)`

const animalsOfClient = sql<JsonAnimal[]>`(select coalesce(json_agg(json_build_object('id', a.id,
    'clientId', a.client_id, 'name', a.name, 'species', a.species, 'coat', a.coat, 'bornOn', a.born_on,
    'bornPrecision', a.born_precision, 'sex', a.sex, 'neutering', a.neutering, 'breed', a.breed,
    'showScore', a.show_score, 'archivedAt', a.archived_at)
    order by a.archived_at is not null, a.created_at, a.id), '[]')
  from app.animal a where a.practice_id = client.practice_id and a.client_id = client.id)`

const consentsOfClient = sql<ConsentRecord[]>`(select coalesce(json_agg(json_build_object('id', s.id,
    'kind', s.kind, 'given', s.given, 'givenOn', s.given_on, 'givenBy', s.given_by, 'recordedBy', m.name)
    order by s.created_at, s.id), '[]')
  from app.consent s join app.member m on m.practice_id = s.practice_id and m.id = s.recorded_by
  where s.practice_id = client.practice_id and s.client_id = client.id)`

async function loadForPractice(tx: Tx, viewer: Viewer, id: string): Promise<ClientFacts> {
  if (!canKeepClients(viewer)) throw new NotFound()
  const [row] = await tx
    .select(facts)
    .from(client)
    .where(and(visibleClients(viewer), eq(client.id, idFrom(id))))
  return found(row)
}

async function visitsOf(tx: Tx, viewer: Viewer, clientId: string, now: Temporal.Instant) {
  return tx
    .select({
      id: visit.id,
      status: visit.status,
      localStart: visit.localStart,
      minutes: visit.minutes,
      place: visit.place,
      service: service.name,
      consultant: member.name,
      animals: namesOfVisit,
      isAhead: sql<boolean>`(${visit.status} in ('booked', 'confirmed', 'arrived') and upper(${visit.during}) > ${now.toString()})`,
    })
    .from(visit)
    .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
    .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
    .where(and(eq(visit.practiceId, viewer.practiceId), eq(visit.clientId, clientId)))
    .orderBy(desc(visit.localStart))
    .limit(30)
}
