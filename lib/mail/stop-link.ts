import { origin } from '@/lib/auth/origin'
import { derivedToken, hashToken } from '@/lib/auth/session-token'
import type { OptionalMail } from '@/lib/domain/mail/kinds'
import { paths } from '@/lib/paths'
import type { Reader } from './outbox'

/** Whose mails of which kind. */
export type Stop = { practiceId: string; reader: Reader; kind: OptionalMail }

/** The token that stops one kind for one person: every mail of the kind carries the same one. */
const stopToken = ({ practiceId, reader, kind }: Stop): string => {
  const person = 'contactId' in reader ? `contact:${reader.contactId}` : `member:${reader.memberId}`
  return derivedToken('ms', `stop:${practiceId}:${person}:${kind}`)
}

export const stopRow = (stop: Stop) => ({
  practiceId: stop.practiceId,
  ...stop.reader,
  kind: stop.kind,
  tokenHash: hashToken(stopToken(stop)),
})

/** Where a person reads what the link would stop, and where a mail program stops it with one click (RFC 8058). */
export const stopPage = (stop: Stop): string => origin() + paths.stopMails(stopToken(stop))
export const stopAddress = (stop: Stop): string => origin() + paths.stopMailsNow(stopToken(stop))
