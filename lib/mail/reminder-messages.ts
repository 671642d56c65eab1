import { origin } from '@/lib/auth/origin'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { write, type Written } from './letter'
import { aboutVisit, rowsOfService, visitRows, type VisitFacts } from './messages'

const t = text('mail')

/** The evening before a visit: when, who, and how to prepare. */
export const reminderMail = (facts: VisitFacts, stop: string): Written =>
  write({
    ...aboutVisit('reminder', { ...facts, message: '' }),
    facts: [...visitRows(facts), ...rowsOfService(facts.told && { ...facts.told, price: null })],
    button: { label: t('openHome'), href: origin() + paths.homeVisits() },
    closing: [t('reminder.closing')],
    stop: { label: t('stop.link'), href: stop },
  })

/** At the hour the reader chose, on a day without a session: a few minutes, and no blame. */
export const homeworkMail = (
  facts: {
    practiceName: string
    name: string
    /** What there is to do, by animal. */
    animals: { name: string; exercises: string[] }[]
  },
  stop: string,
): Written => {
  const animals = listOf(facts.animals.map(({ name }) => name))
  return write({
    subject: t('homework.subject', { animals }),
    heading: t('homework.heading', { animals }),
    paragraphs: [t('homework.lead', { name: facts.name })],
    facts: facts.animals.map(({ name, exercises }) => [name, exercises.join('\n')]),
    button: { label: t('homework.button'), href: origin() + paths.homeLog() },
    closing: [t('homework.closing')],
    signature: facts.practiceName,
    stop: { label: t('stop.link'), href: stop },
  })
}

/** On Monday, to who trains: the animals that need a person, the most pressing first. */
export const weeklyMail = (
  facts: {
    practiceName: string
    name: string
    /** Animal with its household, and why. */
    needs: { who: string; why: string }[]
    /** How many more there are than are named. */
    more: number
  },
  stop: string,
): Written => {
  const count = facts.needs.length + facts.more
  return write({
    subject: t('weekly.subject', { count }),
    heading: t('weekly.heading'),
    paragraphs: [t('weekly.lead', { name: facts.name, count })],
    facts: facts.needs.map(({ who, why }) => [who, why]),
    button: { label: t('weekly.button'), href: origin() + paths.animals() },
    closing: facts.more > 0 ? [t('weekly.more', { count: facts.more })] : [],
    signature: facts.practiceName,
    stop: { label: t('stop.link'), href: stop },
  })
}
