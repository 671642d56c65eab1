import type { HomeworkDraft } from '@/lib/domain/note/schema'
import { sentencesOf } from '@/lib/domain/protocol/homework'
import { stageOf } from '@/lib/domain/protocol/stage'
import type { AnimalStanding } from '@/lib/domain/standing/standing'

type Worked = Pick<AnimalStanding, 'status' | 'protocol' | 'stageKey'>

/** What the last visit left to do; where it left nothing, what the stage says. */
export function tasksOfWeek(
  homework: readonly HomeworkDraft[],
  standing: Worked | null,
): readonly HomeworkDraft[] {
  if (homework.length > 0 || !standing || standing.status !== 'active') return homework
  const stage = stageOf(standing.protocol, standing.stageKey)
  if (!stage) return homework
  const sentences = sentencesOf(stage.homework).slice(0, 3)
  return [{ exercise: stage.name, sentences, dose: stage.dose, good: '', stop: '' }]
}

/** When to stop: sentence by sentence as the homework says, then the signs of the stage; each once. */
export function stopSigns(steps: readonly HomeworkDraft[], standing: Worked | null): string[] {
  const stage = standing && stageOf(standing.protocol, standing.stageKey)
  const said = steps.flatMap((step) => step.stop.split(/;\s*|\.(?:\s+|$)/))
  const signs = [...said, ...(stage?.signs ?? '').split(/[;,.]\s*/)].map((sign) => sign.trim())
  const known = new Set<string>()
  return signs.filter((sign) => {
    const key = sign.toLowerCase()
    return sign !== '' && !known.has(key) && Boolean(known.add(key))
  })
}
