import { bodyLevelKey } from '@/lib/domain/observation/body'
import type { SessionRow } from '@/lib/domain/session/row'
import { duration } from '@/lib/format/duration'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'

/** "Tense: crouch, ears flat. Refused. 40 s, 3 of 5, steady tension." */
export function sessionLine(session: SessionRow): string {
  const o = text('observation')
  const body = o(`body.${bodyLevelKey(session.level)}.label`)
  const signs = [...session.signs, ...session.goodSigns].map((sign) => inSentence(o(`sign.${sign}`)))
  const how = [
    session.durationSec === null ? null : duration(session.durationSec),
    session.repsOk === null || session.repsTotal === null
      ? null
      : text('session')('of', { ok: session.repsOk, total: session.repsTotal }),
    session.tension && inSentence(o(`tension.${session.tension}`)),
  ].filter(Boolean)
  return [
    signs.length > 0 ? `${body}: ${signs.join(', ')}.` : `${body}.`,
    session.choice && `${o(`choice.${session.choice}`)}.`,
    session.food && session.food !== 'not_offered' && `${o(`food.${session.food}`)}.`,
    how.length > 0 && `${how.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What was about, what went wrong, how quickly it settled. */
export function aroundLine(session: SessionRow): string {
  const o = text('observation')
  const met = session.triggers.filter((trigger) => trigger !== 'none').map((key) => o(`trigger.${key}`))
  const near =
    met.length > 0 && session.triggerDistance && inSentence(o(`triggerDistance.${session.triggerDistance}`))
  return [
    [
      ...session.events.map((key) => o(`event.${key}`)),
      ...session.health.map((key) => o(`health.${key}`)),
    ].join(', '),
    [met.join(', '), near].filter(Boolean).join(', '),
    session.recovery && `${o('field.recovery')} ${inSentence(o(`recovery.${session.recovery}`))}`,
  ]
    .filter(Boolean)
    .map((part) => `${part as string}.`)
    .join(' ')
}
