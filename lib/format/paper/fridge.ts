import { languageOf } from '@/lib/domain/account/locale'
import type { Fridge } from '@/lib/domain/paper/facts'
import { fine, heading, plain, stop } from '@/lib/domain/paper/pieces'
import type { Sheet } from '@/lib/domain/paper/sheet'
import { stopSigns, tasksOfWeek } from '@/lib/domain/plan/this-week'
import { dayLong } from '../dates'
import { locale } from '../locale'
import { text } from '../text'
import { exercises } from './homework'
import { weekToFill } from './week'

/** What hangs on the fridge: today's steps, the words it knows, the treat, when to stop, the week. One page. */
export function fridgeSheet(fridge: Fridge, logAddress: string): Sheet {
  const t = text('paper')
  const { name, species, coat, photoId, practiceName: practice, today, zone, standing } = fridge
  const day = dayLong(today, zone, { year: true })
  const code = { value: logAddress, label: t('fridge.qr', { name }), note: t('fridge.log') }
  const stage = standing && standing.status !== 'completed' ? [standing.stageName] : []
  const steps = tasksOfWeek(fridge.homework, standing)
  return {
    kind: 'fridge',
    language: languageOf(locale()),
    title: t('fridge.title', { name }),
    author: practice,
    paper: fridge.paper,
    foot: t('fridge.foot', { name, day }),
    parts: [
      {
        name,
        fit: { most: 1.14, least: 0.6, runsOn: false },
        blocks: [
          { is: 'letterhead', practice, from: fridge.practicePhone ?? '', code },
          { is: 'name', name, lines: stage, portrait: { species, coat, photoId, name } },
          heading(t('fridge.today')),
          ...(steps.length > 0 ? exercises(steps) : [plain(text('summary')('noHomework'))]),
          {
            is: 'columns',
            left: [heading(t('fridge.cues')), plain(fridge.cueWords || t('fridge.blank'))],
            right: [heading(t('fridge.treat')), plain(fridge.treats || t('fridge.blank'))],
          },
          stop(species, t('fridge.stop'), t('fridge.stopWhen'), stopSigns(steps, standing)),
          heading(t('fridge.week')),
          weekToFill(today.subtract({ days: 1 }), zone, 7),
          fine(t('fridge.fine', { name, day })),
        ],
      },
    ],
  }
}
