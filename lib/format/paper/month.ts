import { languageOf } from '@/lib/domain/account/locale'
import { Temporal } from 'temporal-polyfill'
import { figuresOf } from '@/lib/domain/journal/figures'
import { firstTimeKeys, firstTimesOf, type FirstTime } from '@/lib/domain/journal/first-times'
import {
  shortened,
  spread,
  stoodAt,
  weeksOf,
  type AnimalOfMonth,
  type MonthDay,
  type MonthOnPaper,
} from '@/lib/domain/journal/month'
import type { LoggedSession } from '@/lib/domain/log/logged'
import { fine, heading, ifAny, plain, points, strong } from '@/lib/domain/paper/pieces'
import type { Sheet, SheetBlock, SheetDay } from '@/lib/domain/paper/sheet'
import { isStressful } from '@/lib/domain/readiness/kind'
import { dayLong, dayShort, minutes, monthInYear, weekdayShort } from '../dates'
import { figureRows, firstTimeWords } from '../journal'
import { locale } from '../locale'
import { text } from '../text'

/** What one page has room for; the rest of a month is on the screen. */
const most = { firsts: 6, photos: 4, letters: 320, aim: 240, linesOfDay: 2 }

/** A month of a household, a page an animal: its days, what they came to, first times, photos, what comes next. */
export function monthSheet(facts: MonthOnPaper, address: (animal: AnimalOfMonth) => string): Sheet {
  const t = text('paper')
  const month = monthInYear(facts.month)
  const names = facts.animals.map(({ name }) => name).join(', ')
  return {
    kind: 'month',
    language: languageOf(locale()),
    title: t('month.title', { names, month }),
    author: facts.practiceName,
    paper: facts.paper,
    foot: t('month.foot', { names, month }),
    parts: facts.animals.map((animal) => ({
      name: animal.name,
      fit: { most: 0.95, least: 0.5, runsOn: false },
      blocks: blocksOf(facts, animal, address(animal)),
    })),
  }
}

function blocksOf(facts: MonthOnPaper, animal: AnimalOfMonth, address: string): SheetBlock[] {
  const t = text('paper')
  const { month, today, practiceName: practice, practicePhone } = facts
  const { name, species, coat, photoId, progress, photos, letter } = animal
  const isOfMonth = ({ day }: { day: Temporal.PlainDate }) => day.toPlainYearMonth().equals(month)
  const sessions = progress.sessions.filter(isOfMonth)
  const hard = figuresOf(sessions.filter(({ kind }) => isStressful(kind))).days
  const code = { value: address, label: t('month.qr', { name }), note: t('month.scan') }
  const title = monthInYear(month)
  return [
    { is: 'letterhead', practice, from: practicePhone ?? '', code },
    { is: 'name', name, lines: [title], portrait: { species, coat, photoId, name } },
    ...(sessions.length === 0
      ? [{ is: 'say' as const, words: text('journal')('month.none') }]
      : [cameTo(sessions, firstTimesOf(progress.sessions).filter(isOfMonth))]),
    heading(t('month.days')),
    {
      is: 'month',
      caption: t('month.daysOf', { name, month: title }),
      heads: weekdays.map((day) => weekdayShort(day, 'UTC')),
      weeks: weeksOf(month, sessions, today).map((week) => week.map((day) => day && dayWords(day))),
    },
    ...(hard > 0 ? [plain(text('journal')('month.hard', { n: hard }))] : []),
    ...ifAny(spread(photos, most.photos), (shown) => [
      {
        is: 'photos',
        photos: shown.map(({ id, day }) => ({
          photoId: id,
          label: t('month.photo', { name, day: dayLong(day, 'UTC') }),
          caption: dayShort(day, 'UTC'),
        })),
      },
    ]),
    ...(letter
      ? [
          heading(t('month.letter', { from: letter.from })),
          { is: 'quote' as const, words: shortened(letter.words, most.letters) },
        ]
      : []),
    heading(t('month.aim')),
    ...aimOf(facts, animal),
    fine(t('month.fine', { name, practice })),
  ]
}

/** The figures, and the first times: the rarest of them where they are many. */
function cameTo(sessions: readonly LoggedSession[], firsts: readonly FirstTime[]): SheetBlock {
  const t = text('paper')
  const rarest = firsts.toSorted((a, b) => rarity(b) - rarity(a)).slice(0, most.firsts)
  const more = firsts.length - rarest.length
  return {
    is: 'columns',
    left: [heading(t('month.lived')), { is: 'facts', rows: figureRows(figuresOf(sessions)) }],
    right: [
      heading(t('month.firsts')),
      firsts.length === 0
        ? plain(t('month.noFirsts'))
        : points(firsts.filter((first) => rarest.includes(first)).map(firstTimeWords)),
      ...(more > 0 ? [plain(t('month.more', { n: more }))] : []),
    ],
  }
}

const rarity = ({ key }: FirstTime) => firstTimeKeys.indexOf(key)

/** Monday to Sunday. */
const weekdays = Array.from({ length: 7 }, (_, day) =>
  Temporal.PlainDate.from('2026-06-01').add({ days: day }),
)

/** What was done on a day, how long it was calm, and that a hard one was hard. */
function dayWords({ day, mark, sessions }: MonthDay): SheetDay {
  const t = text('paper')
  const shown = { day: String(day.day), aside: '', mark: mark === 'today' ? ('ahead' as const) : mark }
  if (sessions.length === 0) return { ...shown, words: mark === 'rest' ? [t('month.rest')] : [] }
  const stages = [...new Set(sessions.map(({ stageName }) => stageName.split(',')[0] ?? stageName))]
  const calmMin = Math.floor(figuresOf(sessions).calmSec / 60)
  const hard = mark === 'hard' ? [t('month.hardDay')] : []
  return {
    ...shown,
    aside: calmMin > 0 ? minutes(calmMin) : '',
    words: [...hard, ...stages].slice(0, most.linesOfDay),
  }
}

/** What comes next, as it stood when the month was over; of the month that runs, as it stands today. */
function aimOf(
  { month, today }: MonthOnPaper,
  { name, progress: { standing } }: AnimalOfMonth,
): SheetBlock[] {
  const t = text('paper')
  const last = month.toPlainDate({ day: month.daysInMonth })
  const stood = standing && stoodAt(standing, Temporal.PlainDate.compare(last, today) < 0 ? last : today)
  if (!stood) return [plain(t('month.noPlan', { name }))]
  const { state, stage } = stood
  if (state.status === 'completed')
    return [plain(text('plan')(`outcome.${state.outcome ?? 'unsaid'}.say`, { name }))]
  if (state.status === 'enrichment' || !stage) return [plain(t('month.indoors', { name }))]
  if (state.status === 'paused') return [plain(t('month.resting', { name, stage: stage.name }))]
  return [strong(stage.name), plain(t('month.done', { what: shortened(stage.advance, most.aim) }))]
}
