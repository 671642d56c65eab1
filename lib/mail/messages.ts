import type { Temporal } from 'temporal-polyfill'
import { origin } from '@/lib/auth/origin'
import type { Role } from '@/lib/domain/access/roles'
import type { ToldOfService } from '@/lib/domain/service/service'
import { dayLong, time } from '@/lib/format/dates'
import { money } from '@/lib/format/money'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { write, type Letter, type Written } from './letter'

/** What a mail about a visit needs to know; the caller has read it all through its viewer. */
export type VisitFacts = {
  practiceName: string
  /** The person who gets the mail. */
  name: string
  animals: string[]
  consultant: string
  /** The wall time at the visit's place, and that place's zone. */
  localStart: Temporal.PlainDateTime
  zone: string
  minutes: number
  place: 'home' | 'remote'
  /** One line; empty for a visit from afar. */
  address: string
  /** What the practice wrote to this owner, if anything. */
  message?: string
  /** How to prepare, and the price where the practice shows it. */
  told?: ToldOfService
}

const t = text('mail')

export const bookingMail = (facts: VisitFacts): Written =>
  write({
    ...aboutVisit('booking', facts),
    facts: [...visitRows(facts), ...rowsOfService(facts.told)],
    button: { label: t('openHome'), href: origin() + paths.homeVisits() },
    closing: [t('booking.closing')],
  })

/** `before` is the wall time that no longer holds. */
export const changeMail = (facts: VisitFacts, before: Temporal.PlainDateTime): Written =>
  write({
    ...aboutVisit('change', facts),
    facts: [...visitRows(facts), [t('visit.before'), whenOf(before, facts.zone)]],
    button: { label: t('openHome'), href: origin() + paths.homeVisits() },
    closing: [t('change.closing')],
  })

/** `before` is who was to come until now. */
export const handOverMail = (facts: VisitFacts, before: string): Written =>
  write({
    ...aboutVisit('handOver', facts),
    facts: [...visitRows(facts), [t('visit.before'), before]],
    button: { label: t('openHome'), href: origin() + paths.homeVisits() },
    closing: [t('handOver.closing')],
  })

/** `reason` is shown to the owner as it was written; empty for none. */
export const cancellationMail = (facts: VisitFacts, reason: string): Written =>
  write({
    ...aboutVisit('cancellation', facts),
    facts: [...visitRows(facts), ...(reason ? [[t('cancellation.reason'), reason] as [string, string]] : [])],
  })

/** What a mail about a series needs: the wall times it is about, at the place of their visits. */
export type SeriesFacts = Pick<VisitFacts, 'practiceName' | 'name' | 'consultant' | 'zone'> & {
  walls: Temporal.PlainDateTime[]
}

/** Every date of a series in one mail; `reason` is shown where they were called off. */
export const seriesMail = (
  { practiceName, name, consultant, zone, walls }: SeriesFacts,
  news: { is: 'booked' | 'changed' | 'ended'; reason?: string },
): Written =>
  write({
    subject: t(`series.${news.is}.subject`, { practice: practiceName }),
    heading: t(`series.${news.is}.heading`),
    paragraphs: [t(`series.${news.is}.lead`, { name })],
    facts: [
      ...walls.map((wall, n): [string, string] => [t('series.nth', { n: n + 1 }), whenOf(wall, zone)]),
      news.reason === undefined ? [t('visit.who'), consultant] : [t('cancellation.reason'), news.reason],
    ],
    ...(news.is === 'ended'
      ? {}
      : {
          button: { label: t('openHome'), href: origin() + paths.homeVisits() },
          closing: [t('booking.closing')],
        }),
    signature: practiceName,
  })

/** The page of a visit, as a link to sign in with and as the PDF beside it. */
export const summaryMail = (facts: {
  practiceName: string
  /** The person who gets the mail. */
  name: string
  animals: string[]
  consultant: string
  localStart: Temporal.PlainDateTime
  zone: string
  visitId: string
}): Written => {
  const named = {
    name: facts.name,
    animals: listOf(facts.animals),
    consultant: facts.consultant,
    day: dayLong(facts.localStart.toPlainDate(), facts.zone),
  }
  return write({
    subject: t('summary.subject', named),
    heading: t('summary.heading', named),
    paragraphs: [t('summary.lead', named)],
    button: { label: t('summary.button'), href: origin() + paths.summary(facts.visitId) },
    closing: [t('summary.closing')],
    signature: facts.practiceName,
  })
}

/** A new member is told where to sign in; the mail itself opens nothing. */
export const invitationMail = (facts: { practiceName: string; inviter: string; role: Role }): Written => {
  const named = { practice: facts.practiceName, inviter: facts.inviter, role: t(`role.${facts.role}`) }
  return write({
    subject: t('invitation.subject', named),
    heading: t('invitation.heading', named),
    paragraphs: [t('invitation.lead', named)],
    button: { label: t('invitation.button'), href: origin() + paths.signIn() },
    closing: [t('invitation.closing', named)],
    signature: facts.practiceName,
  })
}

/** The link and the code of one sign-in. */
export const signInMail = (facts: { link: string; code: string; minutes: number }): Written =>
  write({
    subject: t('signIn.subject'),
    preview: t('signIn.preview', { minutes: facts.minutes }),
    heading: t('signIn.heading'),
    paragraphs: [t('signIn.lead', { minutes: facts.minutes })],
    button: { label: t('signIn.button'), href: facts.link },
    code: { label: t('signIn.code'), value: facts.code },
    closing: [t('signIn.closing')],
    signature: t('signIn.signature'),
  })

export function aboutVisit(
  kind: 'reminder' | 'booking' | 'change' | 'handOver' | 'cancellation',
  facts: VisitFacts,
): Pick<Letter, 'subject' | 'heading' | 'paragraphs' | 'signature'> {
  const lead = t(`${kind}.lead`, { name: facts.name, animals: listOf(facts.animals) })
  return {
    subject: t(`${kind}.subject`, { day: dayLong(facts.localStart.toPlainDate(), facts.zone) }),
    heading: t(`${kind}.heading`),
    paragraphs: facts.message ? [lead, facts.message] : [lead],
    signature: facts.practiceName,
  }
}

export const visitRows = (facts: VisitFacts): [string, string][] => [
  [t('visit.when'), whenOf(facts.localStart, facts.zone)],
  [t('visit.length'), t('visit.minutes', { count: facts.minutes })],
  [
    t('visit.where'),
    facts.place === 'remote' ? t('visit.remote', { practice: facts.practiceName }) : facts.address,
  ],
  [t('visit.who'), facts.consultant],
  [t('visit.animals'), listOf(facts.animals)],
]

export const rowsOfService = (told?: ToldOfService): [string, string][] => [
  ...(told?.price
    ? [[t('visit.price'), money(told.price.minor, told.price.currency)] as [string, string]]
    : []),
  ...(told?.preparation ? [[t('visit.preparation'), told.preparation] as [string, string]] : []),
]

export const whenOf = (wall: Temporal.PlainDateTime, zone: string): string =>
  `${dayLong(wall.toPlainDate(), zone, { year: true })}, ${time(wall, zone)}`
