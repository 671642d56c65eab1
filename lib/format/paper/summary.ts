import { languageOf } from '@/lib/domain/account/locale'
import type { Units } from '@/lib/domain/animal/measures'
import type { Summary, SummaryAnimal } from '@/lib/domain/note/summary'
import { fine, heading, ifAny, ifSaid, plain, points, stop, strong } from '@/lib/domain/paper/pieces'
import type { Sheet, SheetBlock } from '@/lib/domain/paper/sheet'
import { changeWords } from '../change-words'
import { dayAndTime, dayLong, timeRangeOfWall } from '../dates'
import { additionWords } from '../field-words'
import { locale } from '../locale'
import { text } from '../text'
import { exercises } from './homework'
import { saidOf } from './said'
import { timesSeen } from './seen'
import { wayOf } from './way'
import { weekToFill } from './week'

/** The owner's page of a visit, a page an animal: the sentence, the homework, when to stop, the way. */
export function summarySheet(summary: Summary, address: string): Sheet {
  const t = text('summary')
  const names = summary.animals.map(({ name }) => name).join(', ')
  const day = dayLong(summary.localStart.toPlainDate(), summary.zone, { year: true })
  return {
    kind: 'visit',
    language: languageOf(locale()),
    title: t('titleOf', { names, day }),
    author: summary.signedBy,
    paper: summary.paper,
    foot: t('foot', { names, day }),
    parts: summary.animals.map((animal) => ({
      name: animal.name,
      fit: { most: 1.06, least: 0.84, runsOn: true },
      blocks: blocksOf(summary, animal, address),
    })),
  }
}

function blocksOf(summary: Summary, animal: SummaryAnimal, address: string): SheetBlock[] {
  const t = text('summary')
  const { name, species, coat, photoId, homework } = animal
  const visited = summary.localStart.toPlainDate()
  const when = t('when', {
    day: dayLong(visited, summary.zone, { year: true }),
    range: timeRangeOfWall(summary.localStart, summary.minutes),
    place: t(`place.${summary.place}`),
    consultant: summary.consultant,
  })
  const signs = homework.find((item) => item.stop)?.stop ?? ''
  return [
    {
      is: 'letterhead',
      practice: summary.practiceName,
      from: t('from', { name: summary.consultant }),
      code: { value: address, label: t('qr'), note: t('onPhone') },
    },
    { is: 'name', name, lines: [when], portrait: { species, coat, photoId, name } },
    { is: 'say', words: saidOf(animal) },
    ...ifSaid(summary.letter, (words) => ({ is: 'quote', words })),
    ...worked(animal, [...changed(animal, summary.units), ...seenAt(animal), ...next(summary)]),
    ...ifSaid(signs, () => stop(species, t('stop'), t('stopWhen', { signs: withStop(signs) }))),
    ...wayOf(animal),
    ...ifAny(homework, () => [heading(t('fridge')), weekToFill(visited, summary.zone)]),
    ...ifAny(summary.amendments, (amendments) => [
      heading(t('added')),
      points(amendments.map((amendment) => additionWords(amendment, summary.animals))),
    ]),
    fine(`${t('fine', { name })} ${signature(summary)}`),
  ]
}

/** Until the next visit; one exercise stands beside what was seen, none or several above it. */
function worked({ homework }: SummaryAnimal, beside: SheetBlock[]): SheetBlock[] {
  const t = text('summary')
  const left = [
    heading(t('homework')),
    ...(homework.length > 0 ? exercises(homework) : [plain(t('noHomework'))]),
  ]
  const half = beside.findLastIndex(({ is }) => is === 'heading')
  if (homework.length === 1 || half === 0) return [{ is: 'columns', left, right: beside }]
  return [...left, { is: 'columns', left: beside.slice(0, half), right: beside.slice(half) }]
}

const withStop = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)

/** What changed since the visit before; nothing where nothing is known of one. */
const changed = ({ changes }: SummaryAnimal, units: Units): SheetBlock[] =>
  ifAny(changes ?? [], (some) => [
    heading(text('note')('changed.title')),
    points(some.map((change) => changeWords(change, units))),
  ])

/** What was seen: the times in a small table, the rest in the consultant's words. */
function seenAt({ seen }: SummaryAnimal): SheetBlock[] {
  const t = text('summary')
  const rows = timesSeen(seen)
  const said = [
    ...ifAny(rows, () => [{ is: 'figures', rows }]),
    ...ifSaid(seen.seen, plain),
    ...ifSaid(seen.vetReferral, (reason) => strong(t('vet', { reason }))),
  ]
  return ifAny(said, () => [heading(t('saw')), ...said])
}

/** When somebody rings the bell again. */
function next({ next: visit, zone }: Summary): SheetBlock[] {
  const t = text('summary')
  if (!visit) return [heading(t('next')), plain(t('nextNone'))]
  const day = dayLong(visit.localStart.toPlainDate(), zone)
  const range = timeRangeOfWall(visit.localStart, visit.minutes)
  return [heading(t('next')), strong(t('nextAt', { day, range })), ...ifSaid(visit.message, plain)]
}

const signature = ({ signedBy, signedAt, signedZone, contentHash }: Summary): string =>
  text('summary')('signed', {
    name: signedBy,
    at: dayAndTime(signedAt, signedZone),
    hash: contentHash,
  })
