import { and, asc, eq, inArray, lt, lte, or } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { contact, outbox } from '@/db/schema'
import { bodiesAfter, inOutbox, lastLook, leaseMinutes, mostAttempts, type Mail } from './last-look'

/** Hands one mail to the world; throws where it was not taken. */
export type Carrier = (mail: Mail) => Promise<void>

/**
 * Sends what is due, once around; says how many went out. A mail is leased before it is carried, so that two
 * workers never carry the same one, and a worker that died gives it free after two minutes; just before it is
 * carried it is looked at once more. Whoever dies between the server's yes and our note of it sends it again, with
 * the same Message-ID.
 */
export async function sendDue(carry: Carrier, now: () => Temporal.Instant, batch = 10): Promise<number> {
  let sent = 0
  for (const claimed of await claim(now(), batch)) {
    const mail = await lastLook(claimed, now())
    if (!mail) continue
    try {
      await carry(mail)
    } catch (error) {
      await noteFailure(mail, error, now())
      continue
    }
    await inTransaction(inOutbox, (tx) =>
      tx
        .update(outbox)
        .set({ state: 'sent', sentAt: now(), leaseUntil: null, lastError: null, ...bodiesAfter(mail) })
        .where(eq(outbox.id, mail.id)),
    )
    sent++
  }
  return sent
}

function claim(now: Temporal.Instant, batch: number): Promise<Mail[]> {
  return inTransaction(inOutbox, async (tx) => {
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        or(
          and(eq(outbox.state, 'queued'), lte(outbox.sendAfter, now)),
          and(eq(outbox.state, 'leased'), lt(outbox.leaseUntil, now)),
        ),
      )
      .orderBy(asc(outbox.sendAfter))
      .limit(batch)
      .for('update', { skipLocked: true })
    if (due.length === 0) return []
    return tx
      .update(outbox)
      .set({ state: 'leased', leaseUntil: now.add({ minutes: leaseMinutes }), carriedAt: null })
      .where(
        inArray(
          outbox.id,
          due.map(({ id }) => id),
        ),
      )
      .returning()
  })
}

async function noteFailure(mail: Mail, error: unknown, now: Temporal.Instant): Promise<void> {
  const forGood = isRefusalForGood(error) || mail.attempts >= mostAttempts
  const pause = Math.min(60 * 6, 2 ** (mail.attempts - 1))
  if (mail.practiceId && isRefusedAddress(error)) await stopAddress(mail.practiceId, mail.toAddress, now)
  await inTransaction(inOutbox, (tx) =>
    tx
      .update(outbox)
      .set({
        state: forGood ? 'failed' : 'queued',
        leaseUntil: null,
        carriedAt: null,
        sendAfter: now.add({ minutes: pause }),
        lastError: kindOf(error),
        ...(forGood ? bodiesAfter(mail) : {}),
      })
      .where(eq(outbox.id, mail.id)),
  )
}

/** The address came back: nobody of this practice is written to at it until somebody frees it. */
const stopAddress = (practiceId: string, address: string, now: Temporal.Instant) =>
  inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .update(contact)
      .set({ bouncedAddress: address, bouncedAt: now })
      .where(and(eq(contact.practiceId, practiceId), eq(contact.email, address))),
  )

type SmtpError = Error & { responseCode?: number; code?: string; command?: string; response?: string }

/**
 * The server knows of no such mailbox. A full one (x.2.2) has room again some day, and a refusal by policy (x.7.x) is
 * about us rather than about the address.
 */
function isRefusedAddress(error: unknown): boolean {
  const { responseCode = 0, command = '', response = '' } = error as SmtpError
  const notTheirs = responseCode === 552 || /\b5\.(7\.\d+|2\.2)\b/.test(response)
  return responseCode >= 500 && command.startsWith('RCPT') && !notTheirs
}

/** 5xx about this mail is an answer, not a mishap; 5xx about who we are (sign-in, encryption) is ours to mend. */
function isRefusalForGood(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as SmtpError
  return responseCode >= 500 && /^(MAIL|RCPT|DATA|API)/.test(command)
}

/** Code and step only: what a server answers can repeat an address. */
function kindOf(error: unknown): string {
  const { name, responseCode, code, command } = error as SmtpError
  return [name, code, command, responseCode].filter(Boolean).join(' ').slice(0, 200)
}
