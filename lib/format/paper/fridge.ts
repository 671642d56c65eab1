import { languageOf } from '@/lib/domain/account/locale'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { Fridge } from '@/lib/domain/paper/facts'
import { fine, heading, plain, stop } from '@/lib/domain/paper/pieces'
import type { Sheet } from '@/lib/domain/paper/sheet'
import { sentencesOf } from '@/lib/domain/protocol/homework'
import { stageOf } from '@/lib/domain/protocol/stage'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
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
  const steps = homeworkOf(fridge)
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
          stop(species, t('fridge.stop'), t('fridge.stopWhen'), signsOf(steps, standing)),
          heading(t('fridge.week')),
          weekToFill(today.subtract({ days: 1 }), zone, 7),
          fine(t('fridge.fine', { name, day })),
        ],
      },
    ],
  }
}

/** What the last visit left; where it left nothing, what the stage says. */
function homeworkOf({ homework, standing }: Fridge): readonly HomeworkDraft[] {
  if (homework.length > 0 || !standing || standing.status !== 'active') return homework
  const stage = stageOf(standing.protocol, standing.stageKey)
  if (!stage) return homework
  const sentences = sentencesOf(stage.homework).slice(0, 3)
  return [{ exercise: stage.name, sentences, dose: stage.dose, good: '', stop: '' }]
}

/** What to look for: sentence by sentence as the homework says, then the signs of the stage; each once. */
function signsOf(steps: readonly HomeworkDraft[], standing: AnimalStanding | null): string[] {
  const stage = standing && stageOf(standing.protocol, standing.stageKey)
  const said = steps.flatMap((step) => step.stop.split(/;\s*|\.(?:\s+|$)/))
  const signs = [...said, ...(stage?.signs ?? '').split(/[;,.]\s*/)].map((sign) => sign.trim())
  const known = new Set<string>()
  return signs.filter((sign) => {
    const key = sign.toLowerCase()
    return sign !== '' && !known.has(key) && Boolean(known.add(key))
  })
}
