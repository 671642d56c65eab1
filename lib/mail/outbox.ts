import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { contact, mailStopLink, outbox } from '@/db/schema'
import { origin } from '@/lib/auth/origin'
import { defaultLocale, type Locale } from '@/lib/domain/account/locale'
import { isOptional } from '@/lib/domain/mail/kinds'
import type { SaidOfVisit } from '@/lib/domain/mail/right'
import { inLocale } from '@/lib/format/in-locale'
import type { Written } from './letter'
import { forgetNews, forgetUnmailed, newsOfMail, writeNews, type About } from './news'
import { stopRow, type Stop } from './stop-link'

export type Reader = { contactId: string } | { memberId: string }

export type Mail = {
  /** Null for a mail of no practice, which only a transaction of sign-in may write. */
  practiceId: string | null
  kind: string
  /** Null where a mail reaches nobody: then it is news in the app alone. */
  to: string | null
  /** Who is looked at again before it goes; null: whoever has the address. */
  reader: Reader | null
  /** Written in its reader's language, whoever causes it. */
  letter: () => Written
  /** The language where there is no reader to ask. */
  locale?: Locale
  /** One mail per key, however often it is asked for: `visit:<id>:<kind>:<version>`. */
  dedupeKey: string
  sendAfter?: Temporal.Instant
  /** Not worth sending from then on. */
  sendUntil?: Temporal.Instant
  /** The visits it speaks of: it does not go once none of them is as it says. */
  says?: SaidOfVisit[]
  attachment?: () => { name: string; bytes: Buffer }
  /** What it is about, for the list in the app of everybody it concerns. */
  about?: About
  /** The user who did what it tells: their own list stays as it is. */
  by?: string | null
}

/**
 * Writes a mail in the transaction of what it announces; the worker sends it. The same key twice is one mail. What a
 * person hears of in the app as well stands in their list from when the mail may go.
 */
export async function enqueue(tx: Tx, ...mails: Mail[]): Promise<void> {
  for (const mail of mails) await writeNews(tx, ...newsOfMail(mail))
  const addressed = mails.flatMap((mail) => (mail.to === null ? [] : { ...mail, to: mail.to }))
  if (addressed.length === 0) return
  const localeOf = await localesOfReaders(tx, addressed)
  await tx
    .insert(outbox)
    .values(addressed.map((mail) => inLocale(localeOf(mail), () => rowOf(mail))))
    // Without naming the column: a guardian may write a mail and must not need the right to read any.
    .onConflictDoNothing()
  const stops = addressed.flatMap((mail) => stopOf(mail) ?? [])
  if (stops.length > 0) await tx.insert(mailStopLink).values(stops.map(stopRow)).onConflictDoNothing()
}

/** What the way out of a mail would stop; null for one that has none. */
export const stopOf = ({
  practiceId,
  kind,
  reader,
}: Pick<Mail, 'practiceId' | 'kind' | 'reader'>): Stop | null =>
  practiceId && reader && isOptional(kind) ? { practiceId, kind, reader } : null

function rowOf(mail: Mail & { to: string }): typeof outbox.$inferInsert {
  const { subject, text, html } = mail.letter()
  const attachment = mail.attachment?.()
  return {
    practiceId: mail.practiceId,
    kind: mail.kind,
    toAddress: mail.to,
    ...mail.reader,
    subject,
    bodyText: text,
    bodyHtml: html,
    dedupeKey: mail.dedupeKey,
    messageId: messageId(mail.dedupeKey),
    ...(attachment ? { attachmentName: attachment.name, attachment: attachment.bytes } : {}),
    ...(mail.says ? { says: mail.says } : {}),
    ...(mail.sendAfter ? { sendAfter: mail.sendAfter } : {}),
    ...(mail.sendUntil ? { sendUntil: mail.sendUntil } : {}),
  }
}

/** In which language each mail is written: its reader's; the practice's people read English. One statement at most. */
async function localesOfReaders(tx: Tx, mails: Mail[]): Promise<(mail: Mail) => Locale> {
  const asked = mails.flatMap(({ reader }) => (reader && 'contactId' in reader ? [reader.contactId] : []))
  const known = new Map(asked.length === 0 ? [] : await localesOfContacts(tx, asked))
  return ({ reader, locale = defaultLocale }) =>
    (reader && 'contactId' in reader ? known.get(reader.contactId) : undefined) ?? locale
}

/** Whose they are the row policies say: a person of another household is not there, and is written to in English. */
const localesOfContacts = async (tx: Tx, ids: string[]) =>
  (
    await tx.select({ id: contact.id, locale: contact.locale }).from(contact).where(inArray(contact.id, ids))
  ).map(({ id, locale }): [string, Locale] => [id, locale])

/** Takes back a mail that has not gone out yet, as when the visit it announces moves again; says whether it could. */
export const withdraw = async (tx: Tx, practiceId: string, dedupeKey: string): Promise<boolean> =>
  (await withdrawAll(tx, practiceId, eq(outbox.dedupeKey, dedupeKey))) ||
  (await forgetUnmailed(tx, practiceId, dedupeKey))

/**
 * The same for every mail that `which` names. One that a worker holds counts as waiting until the worker has taken its
 * last look at it: the look and this meet at the row, so that a mail is either taken back or on its way, never both.
 */
export async function withdrawAll(tx: Tx, practiceId: string, which: SQL | undefined): Promise<boolean> {
  const waits = or(eq(outbox.state, 'queued'), and(eq(outbox.state, 'leased'), isNull(outbox.carriedAt)))
  const rows = await tx
    .update(outbox)
    .set({ state: 'cancelled', leaseUntil: null })
    .where(and(eq(outbox.practiceId, practiceId), which, waits))
    .returning({ key: outbox.dedupeKey })
  await forgetNews(
    tx,
    practiceId,
    rows.map(({ key }) => key),
  )
  return rows.length > 0
}

/** The same for every attempt, so that a mail sent twice is recognised as one. */
const messageId = (dedupeKey: string): string =>
  `<${createHash('sha256').update(dedupeKey).digest('hex').slice(0, 40)}@${new URL(origin()).hostname}>`
