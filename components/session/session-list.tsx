import { Badge } from '@/components/ui/badge'
import { SessionKey, SessionMark, type SessionKind as Mark } from '@/components/ui/session-mark'
import type { SessionKind } from '@/lib/domain/readiness/types'
import type { SessionRow } from '@/lib/domain/session/row'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { aroundLine, sessionLine } from './session-words'

const marks: Record<SessionKind, Mark> = {
  red: 'red',
  pass: 'pass',
  stress_fail: 'stress',
  criterion_fail: 'short',
}
export const markOf = (kind: SessionKind): Mark => marks[kind]

type Props = {
  sessions: readonly SessionRow[]
  /** Kind and weight by session, of those that count in this stage now. */
  used: ReadonlyMap<string, { kind: SessionKind; weight?: number }>
}

/** Sessions as lines, each a link to its own page. */
export function SessionList({ sessions, used }: Props) {
  const t = text('session')
  return (
    <>
      <ol className="sess">
        {sessions.map((session) => {
          const counts = used.get(session.id)
          return (
            <li key={session.id} className={session.voidedAt ? 'is-out' : undefined}>
              <a href={paths.session(session.animalId, session.id)}>
                {counts && !session.voidedAt ? <SessionMark kind={markOf(counts.kind)} /> : <span />}
                <span className="sess-day">{dayShort(session.day, 'UTC')}</span>
                <span>
                  {sessionLine(session)}
                  <small>
                    {aroundLine(session)} {by(session)}
                    {counts?.weight !== undefined &&
                      `, ${t('weight', { weight: counts.weight.toFixed(2) })}`}{' '}
                    {session.voidedAt && <Badge>{t('voided')}</Badge>}
                    {session.late && <Badge>{t('late')}</Badge>}
                  </small>
                </span>
              </a>
            </li>
          )
        })}
      </ol>
      <SessionKey />
    </>
  )
}

function by({ source, recordedByName }: SessionRow): string {
  const word = text('observation')(`source.${source}`)
  return recordedByName ? text('session')('by', { source: word, name: recordedByName }) : word
}
