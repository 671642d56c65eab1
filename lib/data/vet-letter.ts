import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, practice, shareLink, vetLetter } from '@/db/schema'
import { hashToken, tokenOfLink } from '@/lib/auth/session-token'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { allowsVetSharing } from '@/lib/domain/client/consents'
import type { AnimalBlock } from '@/lib/domain/note/schema'
import { done, refused, type Result } from '@/lib/domain/result/result'
import {
  usualLetterDays,
  type VetLetter,
  type VetLetterContent,
  type VetLetterStart,
} from '@/lib/domain/vet-letter/letter'
import type { NewVetLetter } from '@/lib/domain/vet-letter/schema'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { consentsOf } from './consent'
import { openFlagsOfAnimal, timesOf, weightsOfAnimal } from './vet-rows'

/** Letters are the practice's and the household's; a vet's link knows its own. */
const visibleLetters = (viewer: Viewer) =>
  and(
    eq(vetLetter.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? inArray(vetLetter.animalId, [...viewer.animalIds]) : undefined,
    viewer.kind === 'share'
      ? viewer.scope === 'letter'
        ? eq(vetLetter.shareLinkId, viewer.linkId)
        : sql`false`
      : undefined,
  )
/** Letters are written by the practice. */
const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    isNull(animal.archivedAt),
    viewer.kind === 'member' ? undefined : sql`false`,
  )

/** What a letter about an animal begins with: the words of its last signed note, and whether the household agreed. */
export function vetLetterStart(viewer: MemberViewer, animalId: string): Promise<VetLetterStart> {
  return asViewer(viewer, async (tx) => {
    const { subject, last, allowed } = await letterOf(tx, viewer, animalId)
    return {
      animal: { id: subject.id, name: subject.name },
      clientId: subject.clientId,
      allowed,
      mayWrite: canTrain(viewer),
      seen: last?.block.seen ?? '',
      asked: last?.block.vetReferral ?? '',
    }
  })
}

/**
 * Writes a letter with what is known today and makes the link that opens it, for a number of days (30 where none is
 * said). Refuses for members who do not train, and where the household did not agree to sharing with the vet.
 */
export function writeVetLetter(
  viewer: MemberViewer,
  input: NewVetLetter,
  now: Temporal.Instant,
): Promise<Result<{ letterId: string; animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const { subject, last, allowed } = await letterOf(tx, viewer, input.animalId)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (!allowed) return refused('share.vet.noConsent')
    const { practiceId } = viewer
    const { id: animalId, ...facts } = subject
    const linkId = randomUUID()
    const token = tokenOfLink(linkId)
    await tx.insert(shareLink).values({
      ...{ practiceId, id: linkId, animalId, scope: 'letter', label: facts.vetName },
      ...{ tokenHash: hashToken(token), tokenPrefix: token.slice(0, 7) },
      ...{ createdBy: viewer.userId, createdByName: viewer.name, createdAt: now },
      expiresAt: now.add({ hours: 24 * (input.days ?? usualLetterDays) }),
    })
    const content: VetLetterContent = {
      ...{ name: facts.name, species: facts.species, coat: facts.coat, breed: facts.breed },
      ...{ sex: facts.sex, neutering: facts.neutering, bornPrecision: facts.bornPrecision },
      bornOn: facts.bornOn?.toString() ?? null,
      visitDay: last?.day ?? null,
      ...{ seen: input.seen, asked: input.asked },
      times: last ? timesOf(last.block) : {},
      ...{ weights: facts.weights, flags: facts.flags },
    }
    const [row] = await tx
      .insert(vetLetter)
      .values({
        ...{ practiceId, animalId, shareLinkId: linkId, content },
        ...{ writtenBy: viewer.memberId, writtenAt: now },
      })
      .returning({ id: vetLetter.id })
    const letterId = found(row).id
    await audit(tx, viewer, 'writeVetLetter', 'vetLetter', letterId, { animalId, linkId })
    return done({ letterId, animalId })
  })
}

/** One letter as it was written, with its link. Opening it leaves an audit line. */
export function vetLetterOf(viewer: Viewer, letterId: string): Promise<VetLetter> {
  return asViewer(viewer, async (tx) => {
    const letter = await readLetter(tx, viewer, eq(vetLetter.id, idFrom(letterId)))
    await audit(tx, viewer, 'view', 'vetLetter', letter.letterId)
    return letter
  })
}

/** The letter a vet's link opens; for every other viewer there is none. */
export function vetLetterOfLink(viewer: Viewer): Promise<VetLetter> {
  return asViewer(viewer, (tx) => readLetter(tx, viewer, viewer.kind === 'share' ? undefined : sql`false`))
}

async function readLetter(tx: Tx, viewer: Viewer, which: SQL | undefined): Promise<VetLetter> {
  const [row] = await tx
    .select({
      letterId: vetLetter.id,
      content: vetLetter.content,
      writtenBy: sql<string>`coalesce((select m.name from app.member m
        where m.practice_id = ${vetLetter.practiceId} and m.id = ${vetLetter.writtenBy}), '')`,
      writtenAt: vetLetter.writtenAt,
      practiceName: practice.name,
      practicePhone: practice.phone,
      paper: practice.paper,
      units: practice.units,
      zone: practice.zone,
      linkId: shareLink.id,
      linkExpiresAt: shareLink.expiresAt,
      linkRevokedAt: shareLink.revokedAt,
    })
    .from(vetLetter)
    .innerJoin(practice, eq(practice.id, vetLetter.practiceId))
    .leftJoin(
      shareLink,
      and(eq(shareLink.practiceId, vetLetter.practiceId), eq(shareLink.id, vetLetter.shareLinkId)),
    )
    .where(and(visibleLetters(viewer), which))
  const { content, ...facts } = found(row)
  return { ...content, ...facts }
}

type LastNote = { day: string; block: AnimalBlock }

async function letterOf(tx: Tx, viewer: Viewer, animalId: string) {
  const [row] = await tx
    .select({
      id: animal.id,
      clientId: animal.clientId,
      name: animal.name,
      species: animal.species,
      coat: animal.coat,
      breed: animal.breed,
      sex: animal.sex,
      neutering: animal.neutering,
      bornOn: animal.bornOn,
      bornPrecision: animal.bornPrecision,
      vetName: animal.vetName,
      weights: weightsOfAnimal,
      flags: openFlagsOfAnimal(client.zone),
      last: sql<LastNote | null>`(select json_build_object('day', v.local_start::date::text, 'block', na.block)
        from app.note_animal na
          join app.note n on n.practice_id = na.practice_id and n.id = na.note_id and n.status = 'signed'
          join app.visit v on v.practice_id = n.practice_id and v.id = n.visit_id
        where na.practice_id = ${animal.practiceId} and na.animal_id = ${animal.id}
        order by v.local_start desc, n.signed_at desc limit 1)`,
    })
    .from(animal)
    .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
    .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(animalId))))
  const { last, ...subject } = found(row)
  const consents = await consentsOf(viewer, subject.clientId)
  return { subject, last, allowed: allowsVetSharing(consents) }
}
