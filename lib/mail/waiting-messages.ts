import type { Temporal } from 'temporal-polyfill'
import { origin } from '@/lib/auth/origin'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { write, type Written } from './letter'

const t = text('waiting')

type Facts = {
  practiceName: string
  household: string
  service: string
  consultant: string
  zone: string
  startsAt: Temporal.Instant
}

const factsOf = ({ service, consultant, startsAt, zone }: Facts): [string, string][] => [
  [t('mail.when'), dayAndTime(startsAt, zone)],
  [t('mail.what'), service],
  [t('mail.who'), consultant],
]

/** The household reads that a time is free for it, and until when it may think. */
export const offeredMail = (facts: Facts & { name: string; until: Temporal.Instant }): Written =>
  write({
    subject: t('mail.offered.subject', { when: dayAndTime(facts.startsAt, facts.zone) }),
    heading: t('mail.offered.heading'),
    paragraphs: [t('mail.offered.lead', { name: facts.name, until: dayAndTime(facts.until, facts.zone) })],
    facts: factsOf(facts),
    button: { label: t('mail.offered.button'), href: origin() + paths.homeVisits() },
    closing: [t('mail.offered.closing')],
    signature: facts.practiceName,
  })

/** The household reads that a time it was offered is taken back, and that it still waits. */
export const withdrawnMail = (facts: Facts & { name: string }): Written =>
  write({
    subject: t('mail.withdrawn.subject', { when: dayAndTime(facts.startsAt, facts.zone) }),
    heading: t('mail.withdrawn.heading'),
    paragraphs: [
      t('mail.withdrawn.lead', { name: facts.name, when: dayAndTime(facts.startsAt, facts.zone) }),
      t('mail.withdrawn.keeps'),
    ],
    button: { label: t('mail.withdrawn.button'), href: origin() + paths.homeVisits() },
    signature: facts.practiceName,
  })

/** The consultant reads who comes instead. */
export const acceptedMail = (facts: Facts & { visitId: string }): Written =>
  write({
    subject: t('mail.accepted.subject', {
      household: facts.household,
      when: dayAndTime(facts.startsAt, facts.zone),
    }),
    heading: t('mail.accepted.heading', { household: facts.household }),
    paragraphs: [t('mail.accepted.lead')],
    facts: factsOf(facts),
    button: { label: t('mail.open'), href: origin() + paths.visit(facts.visitId) },
    signature: facts.practiceName,
  })

/** The consultant reads that nobody of those who were asked took a time. */
export const nobodyTookMail = (facts: Facts & { visitId: string }): Written =>
  write({
    subject: t('mail.over.subject', { when: dayAndTime(facts.startsAt, facts.zone) }),
    heading: t('mail.over.heading'),
    paragraphs: [t('mail.over.lead', { when: dayAndTime(facts.startsAt, facts.zone) })],
    button: { label: t('mail.open'), href: origin() + paths.visit(facts.visitId) },
    signature: facts.practiceName,
  })
