import { languageOf } from '@/lib/domain/account/locale'
import type { Sheet, SheetStop } from '@/lib/domain/paper/sheet'
import type { Leg } from '@/lib/domain/scheduling/day-line'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { TodayPage, TodayVisit } from '@/lib/domain/visit/pages'
import { dayLong, minutes, time } from '../dates'
import { phoneAfterName } from '../phone'
import { locale } from '../locale'
import { text } from '../text'

/** From so many stops on each of them says less, so that ten are one page: ours. */
const full = 6
/** Letters of one fact on a full day. */
const shortest = 110
/** Letters of a name beside a phone number, which is never cut. */
const longestName = 60

/** The day on paper: when to leave, where to, how to get in, whom to call, what to bring, what each animal is at. */
export function daySheet(page: TodayPage, paper: Sheet['paper'], practice: string): Sheet {
  const t = text('today')
  const { stops, homeward, drive } = page.line
  const day = dayLong(page.day, page.zone, { year: true })
  const ends = homeward && t('paper.ends', { place: homeward.to, time: time(homeward.at, page.zone) })
  const lead = [
    page.who.name,
    drive > 0 && t('drive', { drive: minutes(drive) }),
    ends && ends.replace(/\.$/, ''),
  ]
  const most = stops.length < full ? Infinity : shortest
  return {
    kind: 'day',
    language: languageOf(locale()),
    title: t('paper.titleOf', { day, name: page.who.name }),
    author: practice,
    paper,
    foot: t('paper.titleOf', { day, name: page.who.name }),
    parts: [
      {
        name: day,
        fit: { most: 1.3, least: 0.58, runsOn: false },
        blocks: [
          {
            is: 'title',
            words: day,
            lines: [
              lead
                .filter((said) => typeof said === 'string')
                .map((said) => said.replace(/\.$/, ''))
                .join('. '),
            ],
          },
          stops.length === 0
            ? { is: 'words', words: t('paper.empty'), strong: false }
            : { is: 'stops', stops: stops.map(({ visit, leg }) => stopOf(visit, leg, page, most)) },
        ],
      },
    ],
  }
}

function stopOf(visit: TodayVisit, leg: Leg | null, page: TodayPage, most: number): SheetStop {
  const t = text('today')
  const drives = leg?.drive && leg.leaveBy ? { drive: leg.drive, at: leg.leaveBy } : null
  const place = visit.place === 'remote' ? t('remote') : visit.address || t('noAddress')
  return {
    at: time(visit.from, visit.zone),
    until: t('until', { time: time(visit.until, visit.zone) }),
    leave: drives ? t('paper.leave', { time: time(drives.at, page.zone) }) : '',
    way: drives ? minutes(drives.drive) : '',
    name: cut(visit.household, most),
    place: cut(`${place}, ${visit.serviceName}`, most),
    facts: factsOf(visit).map(([term, words]) => [term, cut(words, most)]),
    animals: visit.animals.map(({ id, name }) => ({ name, ...standingOf(page.standings.get(id), most) })),
  }
}

function factsOf(visit: TodayVisit): [string, string][] {
  const t = text('today')
  const { contact } = visit
  const far =
    visit.parkingMinutes === null
      ? ''
      : text('door')('parkingMinutes', { minutes: minutes(visit.parkingMinutes) })
  const rows: [string, string][] = [
    [t('paper.parking'), visit.place === 'remote' ? '' : [visit.parking, far].filter(Boolean).join(' ')],
    [t('paper.access'), visit.accessNotes],
    [t('paper.phone'), contact ? `${cut(contact.name, longestName)} ${phoneAfterName(contact.phone)}` : ''],
    [t('paper.bring'), visit.bring],
  ]
  return rows.filter(([, words]) => words !== '')
}

function standingOf(standing: AnimalStanding | undefined, most: number) {
  if (!standing) return { stage: text('today')('noPlan'), state: '', words: '' }
  const { stageName, recommendation, sentence } = standing
  return {
    stage: stageName,
    state: text('ui')(`state.${recommendation}`),
    words: cut(text('readiness')(`sentence.${sentence.key}`, sentence.params), most),
  }
}

/** At most so many letters, at the end of a word. */
function cut(words: string, most: number): string {
  if (words.length <= most) return words
  const head = words.slice(0, most)
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), most - 20)).trimEnd()}…`
}
