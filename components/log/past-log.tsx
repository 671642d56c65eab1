import { aroundLine, sessionLine } from '@/components/session/session-words'
import { VoidForm } from '@/components/session/void-form'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/section'
import type { SessionDetail, SessionRow } from '@/lib/domain/session/row'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayLong, dayShort, dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { ReactNode } from 'react'

/** What was written down about one animal, by whom of the household or at a visit, newest first. */
export function PastLogView({ name, sessions }: { name: string; sessions: readonly SessionRow[] }) {
  const t = text('home')
  return (
    <>
      <PageHead title={<bdi>{t('past.of', { name })}</bdi>} lead={t('past.lead')} />
      {sessions.length === 0 ? (
        <EmptyState title={t('past.title')}>{t('past.none')}</EmptyState>
      ) : (
        <ol className="past-log">
          {sessions.map((session) => (
            <li key={session.id} className={session.voidedAt ? 'is-out' : undefined}>
              <a href={paths.homePastOne(session.id)}>
                <span className="tiny">
                  {dayShort(session.day, 'UTC')} · <bdi>{session.recordedByName}</bdi>
                </span>
                <span>{sessionLine(session)}</span>
                <Marks session={session} />
              </a>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

type One = {
  session: SessionDetail
  /** Whether it may still be written anew. */ anew: boolean
  takeOut: FormAction
  /** Its photos and videos. */
  children?: ReactNode
}

/** One of them, and how a mistake in it is put right. */
export function PastOne({ session, anew, takeOut, children }: One) {
  const t = text('home')
  const name = session.animalName
  const day = dayLong(session.day, 'UTC')
  const at = dayAndTime(session.writtenAt, session.startedAt.timeZoneId)
  return (
    <div className="log-room">
      <PageHead
        title={<bdi>{t('past.one', { name, day })}</bdi>}
        lead={t('past.by', { name: session.recordedByName, at })}
      />
      <p>
        {sessionLine(session)} {aroundLine(session)}
      </p>
      {session.note && (
        <blockquote dir="auto" className="serif mt-3 text-lg italic">
          {session.note}
        </blockquote>
      )}
      <p>
        <Marks session={session} />
      </p>
      <div className="acts mt-3">
        {anew && <ButtonLink href={paths.homeCorrect(session.id)}>{t('past.correct')}</ButtonLink>}
        <ButtonLink look="plain" href={paths.homePast(session.animalId)}>
          {t('past.back')}
        </ButtonLink>
      </div>
      {children}
      {session.mayVoid && <VoidForm sessionId={session.id} action={takeOut} />}
    </div>
  )
}

function Marks({ session: { voidedAt, voidReason, late } }: { session: SessionRow }) {
  const t = text('session')
  return (
    <>
      {late && <Badge>{t('late')}</Badge>}
      {voidedAt && (
        <>
          <Badge>{t('voided')}</Badge> <small dir="auto">{voidReason}</small>
        </>
      )}
    </>
  )
}
