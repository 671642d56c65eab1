import { createTransport } from 'nodemailer'
import { origin } from '@/lib/auth/origin'
import { mailFrom } from '@/lib/env'
import { stopOf } from '@/lib/mail/outbox'
import { stopAddress } from '@/lib/mail/stop-link'
import type { Mail } from './last-look'
import type { Carrier } from './send-mail'

/** Carries mails to the server of SMTP_URL, each with the Message-ID it was given when it was written. */
export function smtpCarrier(url: string): { carry: Carrier; close: () => void } {
  const patience = {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  }
  const from = mailFrom(new URL(origin()).hostname)
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  return {
    carry: async (mail) => {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.toAddress },
        subject: mail.subject,
        text: mail.bodyText,
        html: mail.bodyHtml,
        messageId: mail.messageId,
        ...(mail.attachment && mail.attachmentName
          ? { attachments: [{ filename: mail.attachmentName, content: mail.attachment }] }
          : {}),
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          ...wayOutOf(mail),
        },
      })
    },
    close: () => transport.close(),
  }
}

/** One click in the mail program stops the kind (RFC 8058). */
function wayOutOf({ practiceId, kind, contactId, memberId }: Mail): Record<string, string> {
  const stop = stopOf({
    practiceId,
    kind,
    reader: contactId ? { contactId } : memberId ? { memberId } : null,
  })
  if (!stop) return {}
  return {
    'List-Unsubscribe': `<${stopAddress(stop)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
