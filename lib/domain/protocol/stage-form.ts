import type { DraftHead, StageForm } from './forms'
import type { ProtocolDraft } from './draft'
import type { Alternative, Stage, StageTick } from './protocol'

/** A stage as its form starts: minutes and seconds apart, one exercise a line. */
export const stageDefaults = (stage: Stage): Record<string, string> => ({
  name: stage.name,
  place: stage.place,
  leash: yesNo(stage.leash),
  gate: yesNo(stage.gate),
  minDays: String(stage.minDays),
  minSessionDays: String(stage.minSessionDays),
  targetMinutes: String(Math.floor(stage.targetSec / 60)),
  targetSeconds: String(stage.targetSec % 60),
  reps: stage.reps === undefined ? '' : String(stage.reps),
  entry: stage.entry,
  dose: stage.dose,
  exercises: stage.exercises.join('\n'),
  advance: stage.advance,
  back: stage.back,
  stop: stage.stop,
  signs: stage.signs,
  homework: stage.homework,
  ticks: stage.ticks.map(({ label }) => label).join('\n'),
  stepBackTo: stage.stepBackTo ?? '',
})

/** The stage a form says. Ticks whose words are the same keep their key, under which they were set before. */
export function stageWritten(form: StageForm, before: Stage): Stage {
  const { reps, stepBackTo } = form
  return {
    key: before.key,
    name: form.name,
    minDays: form.minDays,
    minSessionDays: form.minSessionDays,
    targetSec: form.targetMinutes * 60 + form.targetSeconds,
    ...(reps === undefined ? {} : { reps }),
    place: form.place,
    leash: form.leash === true,
    gate: form.gate === true,
    dose: form.dose,
    entry: form.entry,
    exercises: form.exercises,
    advance: form.advance,
    back: form.back,
    stop: form.stop,
    signs: form.signs,
    homework: form.homework,
    ticks: ticksFrom(form.ticks, before.ticks),
    ...(stepBackTo === undefined ? {} : { stepBackTo }),
  }
}

/** A draft's head as its form starts. */
export const headDefaults = ({ name, key, alternative }: ProtocolDraft): Record<string, string> => ({
  name,
  key,
  'alternative.key': alternative.key,
  'alternative.name': alternative.name,
  'alternative.when': alternative.when,
  'alternative.items': alternative.items.join('\n'),
  'alternative.review': alternative.review,
  'alternative.reviewDays': String(alternative.reviewDays),
  'alternative.restartAt': alternative.restartAt ?? '',
})

export function headWritten(form: DraftHead, before: ProtocolDraft): ProtocolDraft {
  const { restartAt, ...rest } = form.alternative
  const alternative: Alternative = { ...rest, ...(restartAt === undefined ? {} : { restartAt }) }
  return { ...before, name: form.name, key: form.key, alternative }
}

const yesNo = (on: boolean) => (on ? 'yes' : 'no')

function ticksFrom(labels: readonly string[], before: readonly StageTick[]): StageTick[] {
  const ticks: StageTick[] = []
  for (const label of labels) {
    const old = before.find((tick) => tick.label === label && !ticks.some(({ key }) => key === tick.key))
    ticks.push(old ?? { key: freshKey(label, [...before, ...ticks]), label })
  }
  return ticks
}

/** `Harness chosen` becomes `harness_chosen`; words without Latin letters become a number. */
function freshKey(label: string, taken: readonly StageTick[]): string {
  const slug = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 36)
    .replace(/^_+|_+$/g, '')
  for (let nth = 1; ; nth++) {
    const key = `${slug || 'tick'}${nth === 1 ? '' : `_${nth}`}`
    if (!taken.some((tick) => tick.key === key)) return key
  }
}
