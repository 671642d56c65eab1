import { Temporal } from 'temporal-polyfill'
import type { Slot } from '@/lib/domain/scheduling/asked'
import { calmWarnings, type AtTheVet, type CalmAnimal, type CalmWarning } from '@/lib/domain/scheduling/calm'
import type { Misfit } from '@/lib/domain/scheduling/fits'
import type { Offer } from '@/lib/domain/result/result'
import type { Obstacles } from '@/lib/domain/visit/obstacles'
import { dayAndTime, dayShort, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Named = ReadonlyMap<string, string>

/** Whom the ids of a schedule belong to, and on whose wall its times are read. */
export type Words = {
  households: Named
  animals?: Named
  consultants?: Named
  /** Of the home. */
  zone: string
  remote: boolean
  /** Whose calm a free time is held against; nobody's where left out. */
  calm?: readonly CalmAnimal[]
}

const t = text('visit')
const at = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment)

/** A free time as a button: the wall time of the home, with the consultant where several are named. */
export function offerOf(slot: Slot, words: Words): Offer {
  const start = at(slot.start)
  const wall = start.toZonedDateTimeISO(words.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  const who = words.consultants?.get(slot.consultantId)
  const when = `${dayShort(start, words.zone)}, ${time(start, words.zone)}`
  return {
    value: words.consultants ? `${wall}/${slot.consultantId}` : wall,
    label: who === undefined ? when : t('fits.who', { when, who }),
    detail: [whyItFits(slot, words), ...disturbing(slot, words)].join('. '),
  }
}

const disturbing = ({ start, end }: Slot, words: Words): string[] =>
  words.remote
    ? []
    : calmWarnings({ from: start, until: end }, words.calm ?? [], words.zone).map((warning) =>
        calmSentence(warning, words),
      )

/** A free time as a household reads it: when and who, and not a word of whoever is visited before or after. */
export function ownerOfferOf({ start, consultantId, added }: Slot, names: Named, zone: string): Offer {
  const moment = at(start)
  const wall = moment.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  const who = names.get(consultantId) ?? ''
  return {
    value: `${wall}/${consultantId}`,
    label: `${dayShort(moment, zone)}, ${time(moment, zone)}`,
    detail: text('request')(added <= nearby ? 'fits.well' : 'fits.possible', { who }),
  }
}

/** So few minutes of driving more are hardly a detour. Ours. */
const nearby = 20

/** "22 min from Berger, 9 min to spare; adds 6 min of driving". */
export function whyItFits({ before, there, spare, added }: Slot, { households, remote }: Words): string {
  const name = before === null ? undefined : households.get(before)
  if (remote) return name === undefined ? t('fits.call') : t('fits.callAfter', { name, spare: spare ?? 0 })
  const about = there.rough ? 'about' : 'exact'
  const way =
    name === undefined
      ? t('fits.first', { about, travel: there.minutes })
      : t('fits.after', { about, name, travel: there.minutes, spare: spare ?? 0 })
  return `${way}; ${t('fits.adds', { added: Math.max(0, added) })}`
}

/** Why a time does not fit, a sentence. */
export function misfitSentence(misfit: Misfit, { households, zone }: Words): string {
  const name = (id: string) => households.get(id) ?? t('misfit.somebody')
  switch (misfit.why) {
    case 'notice':
      return t('misfit.notice', { earliest: dayAndTime(at(misfit.earliest), zone) })
    case 'horizon':
      return t('misfit.horizon', { last: dayShort(at(misfit.until - 1), zone) })
    case 'closed':
      return t('misfit.closed', { name: misfit.name })
    case 'hours':
    case 'break':
    case 'timeOff':
      return t(`misfit.${misfit.why}`, {
        from: time(at(misfit.from), zone),
        until: time(at(misfit.until), zone),
      })
    case 'overlap':
      return t('misfit.overlap', { name: name(misfit.with) })
    case 'driveBefore':
      return misfit.from === null
        ? t('misfit.driveFromStart', { minutes: misfit.minutes, short: misfit.short })
        : t('misfit.driveBefore', { name: name(misfit.from), minutes: misfit.minutes, short: misfit.short })
    case 'driveAfter':
      return misfit.to === null
        ? t('misfit.driveToEnd', { minutes: misfit.minutes, short: misfit.short })
        : t('misfit.driveAfter', { name: name(misfit.to), minutes: misfit.minutes, short: misfit.short })
    case 'maxDrive':
      return t('misfit.maxDrive', { minutes: misfit.minutes, most: misfit.most })
    default:
      return t(`misfit.${misfit.why}`)
  }
}

/** Which rule of calm speaks against a time, and until when. */
export function calmSentence(warning: CalmWarning, { animals, zone }: Words): string {
  const name = animals?.get(warning.animalId) ?? ''
  switch (warning.rule) {
    case 'vetVisit':
      return t('calm.vetVisit', { name, when: vetWords(warning), apart: warning.apart })
    case 'feeding':
      return t('calm.feeding', { name, meal: warning.meal, hungry: time(at(warning.hungry), zone) })
    case 'coolDown':
      return t('calm.coolDown', { name, until: dayShort(Temporal.PlainDate.from(warning.until), zone) })
  }
}

/** "Tue 12 May, 10:00"; the day alone where nobody knows the time. */
const vetWords = ({ day, at }: AtTheVet): string => {
  const date = dayShort(Temporal.PlainDate.from(day), 'UTC')
  return at === null ? date : t('calm.vetTime', { day: date, time: at })
}

/** Everything that speaks against a time, as sentences one after the other. */
export const obstacleSentences = ({ wall, rules, calm }: Obstacles, words: Words): string[] => [
  ...[...wall, ...rules].map((misfit) => misfitSentence(misfit, words)),
  ...calm.map((warning) => calmSentence(warning, words)),
]
