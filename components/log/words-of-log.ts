import { Temporal } from 'temporal-polyfill'
import { bodyLevels } from '@/lib/domain/observation/vocabulary'
import type { OperationOf } from '@/lib/domain/sync/operation'
import { dayAndTime } from '@/lib/format/dates'
import { duration } from '@/lib/format/duration'
import { text } from '@/lib/format/text'

type Waiting = OperationOf<'log_homework'>['session']

/** Questions whose answer is a key of a set of the observation catalogue. */
const sets = {
  durationBand: 'duration',
  signs: 'sign',
  goodSigns: 'sign',
  food: 'food',
  choice: 'choice',
  recovery: 'recovery',
  tension: 'tension',
  ended: 'ended',
  triggers: 'trigger',
  triggerDistance: 'triggerDistance',
  place: 'place',
  events: 'event',
  health: 'health',
  ownerMood: 'ownerMood',
} as const

/** What was answered in a session that waits on a device, one answer a line, so that nothing typed is lost with it. */
export function wordsOfLog(session: Waiting, zone: string | null): string {
  const o = text('observation')
  const said = session as Record<string, unknown>
  const lines: string[] = []
  const say = (question: string, answer: string) => {
    const asked = o(`field.${question}`)
    lines.push(`${asked}${asked.endsWith('?') ? '' : ':'} ${answer}`)
  }
  const typed = (name: string) =>
    typeof said[name] === 'string' || typeof said[name] === 'number' ? String(said[name]) : ''
  if (zone) say('startedAt', dayAndTime(Temporal.Instant.from(session.startedAt), zone))
  if (typed('exercise')) say('exercise', typed('exercise'))
  if (typed('durationSec')) say('duration', duration(Number(typed('durationSec'))))
  if (typed('repsOk')) say('reps', typed('repsOk'))
  const level = bodyLevels.find((one) => String(one.level) === typed('stress'))
  if (level) say('body', o(`body.${level.key}.label`))
  for (const [name, set] of Object.entries(sets)) {
    const keys = [said[name] ?? []].flat().filter((key) => typeof key === 'string' && o.has(`${set}.${key}`))
    if (keys.length > 0)
      say(
        name === 'durationBand' ? 'duration' : name,
        keys.map((key) => o(`${set}.${String(key)}`)).join(', '),
      )
  }
  if (typed('note')) say('note', typed('note'))
  return lines.join('\n')
}
