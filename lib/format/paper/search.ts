import { languageOf } from '@/lib/domain/account/locale'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { Search } from '@/lib/domain/paper/facts'
import { fine, heading, ifSaid, plain, points } from '@/lib/domain/paper/pieces'
import type { Sheet, SheetBlock } from '@/lib/domain/paper/sheet'
import { age } from '../age'
import { dayLong } from '../dates'
import { phoneAfterName } from '../phone'
import { locale } from '../locale'
import { text } from '../text'

/** How many things to do. */
const tips = { cat: 6, rat: 5 }

/**
 * For an animal that got out: a poster for doors and letter boxes, and what the household does, nearest first. The
 * chip's number stands on the household's page only: whoever claims to have found it must not read it on a wall.
 */
export function searchSheet(search: Search): Sheet {
  const t = text('paper')
  const { name, species, zone } = search
  const day = dayLong(search.today, zone, { year: true })
  return {
    kind: 'lost',
    language: languageOf(locale()),
    title: t('lost.title', { name }),
    author: search.practiceName,
    paper: search.paper,
    foot: t('lost.foot', { name, day }),
    parts: [
      {
        name: t('lost.poster'),
        fit: { most: 1.6, least: 0.7, runsOn: false },
        blocks: posterOf(search),
      },
      {
        name: t('lost.search'),
        fit: { most: 1.4, least: 0.7, runsOn: false },
        blocks: [
          { is: 'title', words: t('lost.searchOf', { name }), lines: [] },
          { is: 'say', words: t(`lost.near.${species}`) },
          {
            is: 'steps',
            items: Array.from({ length: tips[species] }, (_, n) =>
              t(`lost.do.${species}.${n + 1}`, { name }),
            ),
          },
          heading(t('lost.call')),
          { is: 'facts', rows: callsOf(search) },
          heading(t('lost.lure')),
          points([search.treats || t('lost.lureUsual'), t('lost.lureBed')]),
          fine(t('lost.fine')),
        ],
      },
    ],
  }
}

function posterOf(search: Search): SheetBlock[] {
  const t = text('paper')
  const a = text('animal')
  const { name, species, coat, photoId, sex, neutering, microchip } = search
  const known = (area: 'sex' | 'neutering', key: string) => (key === 'unknown' ? '' : a(`${area}.${key}`))
  const born = search.born.on === null ? '' : age(search.born, search.today)
  const looks = [coatFrom(coat) ? a(`coat.${coat}`) : '', search.breed]
  const rows: [string, string][] = [
    [t('lost.looks'), looks.filter(Boolean).join(', ')],
    [t('lost.marks'), search.marks],
    [t('lost.is'), [born, known('sex', sex), known('neutering', neutering)].filter(Boolean).join(', ')],
    [t('lost.chip'), microchip ? t('lost.chipped') : ''],
    [t('lost.since'), t('lost.blank')],
  ]
  const lines = search.people.map((person) => `${person.name} ${phoneAfterName(person.phone)}`)
  return [
    { is: 'title', words: t(`lost.head.${species}`, { name }), lines: [t('lost.seen', { name })] },
    { is: 'picture', portrait: { species, coat, photoId, name }, label: t('lost.picture', { name }) },
    { is: 'facts', rows: rows.filter(([, words]) => words !== '') },
    plain(t(`lost.please.${species}`, { name })),
    { is: 'call', head: t('lost.phone'), lines: lines.length > 0 ? lines : [t('lost.blank')] },
    ...ifSaid(photoId === null ? t('lost.noPhoto') : '', fine),
  ]
}

/** Whom to tell that it is gone, each with what they ask for. */
function callsOf({ microchip, vetName, vetPhone, practiceName, practicePhone }: Search): [string, string][] {
  const t = text('paper')
  return [
    [t('lost.registry'), microchip || t('lost.noChip')],
    [vetName || t('lost.vet'), vetPhone || t('lost.blank')],
    [t('lost.shelter'), t('lost.blank')],
    [practiceName, practicePhone ?? t('lost.blank')],
  ]
}
