import { languageOf } from '@/lib/domain/account/locale'
import { Temporal } from 'temporal-polyfill'
import { fine, heading, ifAny, ifSaid, plain, points } from '@/lib/domain/paper/pieces'
import type { Sheet, SheetBlock } from '@/lib/domain/paper/sheet'
import type { VetLetter } from '@/lib/domain/vet-letter/letter'
import { dayOf } from '@/lib/domain/time/time'
import { age } from '../age'
import { dayInYear, dayLong } from '../dates'
import { weight } from '../measures'
import { locale } from '../locale'
import { text } from '../text'
import { timesSeen } from './seen'

/**
 * To the vet: what was seen, what is asked, what stands open, what was measured. Of the animal alone, without its
 * people and its home, and without a name for what it has. `address` null: the code is over, or was just read.
 */
export function vetSheet(letter: VetLetter, address: string | null): Sheet {
  const t = text('paper')
  const { name, species, coat, practiceName: practice } = letter
  const day = dayLong(dayOf(letter.writtenAt, letter.zone), letter.zone, { year: true })
  const code = address === null ? null : { value: address, label: t('vet.qr', { name }), note: t('vet.scan') }
  return {
    kind: 'vet',
    language: languageOf(locale()),
    title: t('vet.title', { name }),
    author: letter.writtenBy || practice,
    paper: letter.paper,
    foot: t('vet.foot', { name, day }),
    parts: [
      {
        name,
        fit: { most: 1.14, least: 0.84, runsOn: true },
        blocks: [
          { is: 'letterhead', practice, from: letter.practicePhone ?? '', code },
          {
            is: 'name',
            name,
            lines: [isOf(letter), t('vet.lead', { day })],
            portrait: { species, coat, photoId: null, name },
          },
          ...ifSaid(letter.seen, () => heading(t('vet.seen')), plain),
          ...ifSaid(letter.asked, () => heading(t('vet.asked')), plain),
          ...ifAny(letter.flags, (flags) => [
            heading(t('vet.flags')),
            points(
              flags.map(({ sign, day: since }) =>
                t('vet.flag', { sign: text('observation')(`health.${sign}`), day: on(since) }),
              ),
            ),
          ]),
          ...measured(letter),
          fine(
            letter.writtenBy
              ? t('vet.fineBy', { practice, who: letter.writtenBy })
              : t('vet.fine', { practice }),
          ),
        ],
      },
    ],
  }
}

const on = (day: string) => dayInYear(Temporal.PlainDate.from(day), 'UTC')

/** "Cat, tabby, 3 years, female, neutered". */
function isOf(letter: VetLetter): string {
  const a = text('animal')
  const known = (area: 'sex' | 'neutering', key: string) => (key === 'unknown' ? '' : a(`${area}.${key}`))
  const bornOn = letter.bornOn === null ? null : Temporal.PlainDate.from(letter.bornOn)
  const born =
    bornOn && age({ on: bornOn, precision: letter.bornPrecision }, dayOf(letter.writtenAt, letter.zone))
  return [
    a(`species.${letter.species}`),
    letter.breed,
    born ?? '',
    known('sex', letter.sex),
    known('neutering', letter.neutering),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Times of the last visit and weights, side by side where there are both. */
function measured({ times, visitDay, weights, units }: VetLetter): SheetBlock[] {
  const t = text('paper')
  const rows = timesSeen(times)
  const left: SheetBlock[] = ifAny(visitDay ? rows : [], () => [
    heading(t('vet.times', { day: on(visitDay ?? '') })),
    { is: 'figures', rows },
  ])
  const right: SheetBlock[] = ifAny(weights, (some) => [
    heading(t('vet.weights')),
    { is: 'figures', rows: some.map(({ day, grams }) => [on(day), weight(grams, units)]) },
  ])
  return left.length > 0 && right.length > 0 ? [{ is: 'columns', left, right }] : [...left, ...right]
}
