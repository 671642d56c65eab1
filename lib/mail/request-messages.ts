import type { Temporal } from 'temporal-polyfill'
import { origin } from '@/lib/auth/origin'
import { dayLong } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { write, type Written } from './letter'
import { whenOf } from './messages'

const t = text('request')

type Asked = {
  practiceName: string
  household: string
  name: string
  service: string
  zone: string
  walls: readonly Temporal.PlainDateTime[]
  words: string
}

/** Somebody who works here reads what a household asks for. */
export const askedMail = ({ household, name, service, walls, words, ...facts }: Asked): Written =>
  write({
    subject: t('mail.asked.subject', { household }),
    heading: t('mail.asked.heading', { household }),
    paragraphs: [t('mail.asked.lead', { name, service })],
    facts: [
      ...walls.map((wall, n): [string, string] => [
        t('mail.asked.time', { n: n + 1 }),
        whenOf(wall, facts.zone),
      ]),
      ...(words === '' ? [] : [[t('mail.asked.words'), words] as [string, string]]),
    ],
    button: { label: t('mail.asked.button'), href: origin() + paths.requests() },
    signature: facts.practiceName,
  })

/** The household reads why not, in the words of whoever declined. */
export const declinedMail = (facts: {
  practiceName: string
  name: string
  service: string
  answer: string
}): Written =>
  write({
    subject: t('mail.declined.subject'),
    heading: t('mail.declined.heading'),
    paragraphs: [t('mail.declined.lead', { name: facts.name, service: facts.service }), facts.answer],
    button: { label: t('mail.declined.button'), href: origin() + paths.askVisit() },
    signature: facts.practiceName,
  })

/** The household reads that somebody else got its times, and which fit now. */
export const lostMail = (facts: {
  practiceName: string
  name: string
  service: string
  zone: string
  walls: readonly Temporal.PlainDateTime[]
}): Written => {
  const { name, service, zone, walls, practiceName } = facts
  const some = walls.length > 0
  return write({
    subject: t('mail.lost.subject'),
    heading: t('mail.lost.heading'),
    paragraphs: [t('mail.lost.lead', { name, service }), t(some ? 'mail.lost.these' : 'mail.lost.nothing')],
    facts: walls.map((wall, n) => [t('mail.asked.time', { n: n + 1 }), whenOf(wall, zone)]),
    button: { label: t('mail.lost.button'), href: origin() + paths.homeVisits() },
    signature: practiceName,
  })
}

/** The consultant reads what a household did with its visit. */
export const changedByHouseholdMail = (
  what: 'moved' | 'cancelled',
  facts: {
    practiceName: string
    household: string
    name: string
    zone: string
    wall: Temporal.PlainDateTime
    before: Temporal.PlainDateTime
    visitId: string
    reason: string | null
  },
): Written => {
  const { household, name, wall, before, zone } = facts
  const day = dayLong(before.toPlainDate(), zone)
  return write({
    subject: t(`mail.${what}.subject`, { household, day }),
    heading: t(`mail.${what}.heading`, { household }),
    paragraphs: [t(`mail.${what}.lead`, { name })],
    facts: [
      [t('mail.when'), whenOf(wall, zone)],
      ...(what === 'moved' ? [[t('mail.before'), whenOf(before, zone)] as [string, string]] : []),
      ...(facts.reason ? [[t('mail.reason'), facts.reason] as [string, string]] : []),
    ],
    button: { label: t('mail.open'), href: origin() + paths.visit(facts.visitId) },
    signature: facts.practiceName,
  })
}
