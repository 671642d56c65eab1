import { origin } from '@/lib/auth/origin'
import { text } from '@/lib/format/text'
import { write, type Written } from './letter'

type Facts = {
  practiceName: string
  /** Who reads it. */
  name: string
  /** Who wrote: the practice or the household, as the reader knows them. */
  from: string
  /** Messages that wait. */
  count: number
  urgent: boolean
  /** Of the thread. */
  path: string
}

/** That somebody wrote, and never what: it stands in the thread. */
export function threadMail(facts: Facts, to: 'household' | 'practice', stop: string): Written {
  const t = text('thread')
  const { name, from, count, urgent, practiceName, path } = facts
  const subject = to === 'household' ? 'subject' : urgent ? 'subjectUrgent' : 'subjectPractice'
  return write({
    subject: t(`mail.${subject}`, { practice: from, household: from }),
    heading: t('mail.heading', { count }),
    paragraphs: [t(urgent ? 'mail.leadUrgent' : 'mail.lead', { name, from })],
    button: { label: t('mail.button'), href: origin() + path },
    closing: [t('mail.closing')],
    signature: practiceName,
    stop: { label: text('mail')('stop.link'), href: stop },
  })
}
