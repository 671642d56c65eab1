import { and, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { contact, outbox, visit } from '@/db/schema'
import { origin } from '@/lib/auth/origin'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { fileNameOf } from '@/lib/domain/paper/file-name'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { inLocale } from '@/lib/format/in-locale'
import { inReadersWords } from '@/lib/format/programme-words'
import { summarySheet } from '@/lib/format/paper/summary'
import { summaryMail } from '@/lib/mail/messages'
import { enqueue } from '@/lib/mail/outbox'
import { pdfOf } from '@/lib/paper/pdf'
import { paths } from '@/lib/paths'
import { asViewer, audit, idFrom } from './as-viewer'
import { mainFirst, reachedByMail } from './people'
import { openPhoto } from './photo'
import { summaryOf } from './summary'

/** The main person of a visit's household whom a mail reaches. */
const personToTell = (viewer: MemberViewer, visitId: string) =>
  asViewer(viewer, async (tx) => {
    const [person] = await tx
      .select({ id: contact.id, name: contact.name, email: contact.email, locale: contact.locale })
      .from(contact)
      .innerJoin(visit, and(eq(visit.practiceId, contact.practiceId), eq(visit.clientId, contact.clientId)))
      .where(and(eq(visit.practiceId, viewer.practiceId), eq(visit.id, visitId), reachedByMail))
      .orderBy(...mainFirst)
      .limit(1)
    return person
  })

/**
 * Mails the summary of a signed visit to its household: a link, and the PDF as it is now. The main person with an
 * address gets it, once for each state of the note: an amendment makes it a new one. Refuses who does not train, a
 * household without an address, and a second time.
 */
export async function sendSummary(
  viewer: MemberViewer,
  input: { visitId: string },
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  const visitId = idFrom(input.visitId)
  const summary = await summaryOf(viewer, visitId)
  if (viewer.kind !== 'member') throw new NotFound()
  if (!canTrain(viewer)) return refused('errors.notAllowed')
  const person = await personToTell(viewer, visitId)
  if (!person?.email) return refused('summary.nobodyToMail')
  const { id: contactId, name, email } = person
  const sheet = inLocale(person.locale, () =>
    summarySheet(inReadersWords(summary), origin() + paths.summary(visitId)),
  )
  // Typeset before the transaction: it would hold it open.
  const photoOf = async (id: string) => (await openPhoto(viewer, id)).whole()
  const bytes = await pdfOf(sheet, (id) => photoOf(id).catch(unlessGone))
  return asViewer(viewer, async (tx) => {
    const state = `${summary.contentHash.slice(0, 16)}+${summary.amendments.length}`
    const dedupeKey = `summary:${visitId}:${contactId}:${state}`
    const before = await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.dedupeKey, dedupeKey))
    if (before.length > 0) return refused('summary.sentAlready')
    const animals = summary.animals.map(({ name }) => name)
    await enqueue(tx, {
      ...{ practiceId: viewer.practiceId, kind: 'summary', to: email, dedupeKey, sendAfter: now },
      reader: { contactId },
      letter: () => summaryMail({ ...summary, name, animals }),
      attachment: () => ({ name: fileNameOf(sheet), bytes }),
    })
    await audit(tx, viewer, 'send', 'summary', visitId)
    return done({ visitId })
  })
}

function unlessGone(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}
