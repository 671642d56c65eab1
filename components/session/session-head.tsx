import { State } from '@/components/ui/state'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { SessionMark } from '@/components/ui/session-mark'
import type { AtOnce } from '@/lib/domain/session/at-once'
import type { SessionDetail } from '@/lib/domain/session/row'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { markOf } from './session-list'

/** What comes before anything else, and what was taken out. */
export function SessionNotices({
  session,
  atOnce,
  zone,
}: {
  session: SessionDetail
  atOnce: AtOnce | null
  zone: string
}) {
  const t = text('session')
  return (
    <>
      {atOnce && (
        <Notice tone="flag" title={t('atOnce.title')}>
          {t(`atOnce.${atOnce}`)}
        </Notice>
      )}
      {session.voidedAt && (
        <Notice tone="info">
          <bdi>
            {t('void.done', { date: dayInYear(session.voidedAt, zone), reason: session.voidReason ?? '' })}
          </bdi>
        </Notice>
      )}
    </>
  )
}

export function SessionVerdict({ session }: { session: SessionDetail }) {
  return (
    <p className="pt-3">
      <SessionMark kind={markOf(session.kind)} labelled={false} /> {text('readiness')(`kind.${session.kind}`)}
    </p>
  )
}

/** The assessment after this session, in its one sentence. */
export function StandingNow({ standing }: { standing: AnimalStanding }) {
  const { sentence, name, animalId, recommendation, score, band } = standing
  const r = text('readiness')
  return (
    <Section title={text('session')('now', { name })}>
      <p className="pt-3">
        <State is={recommendation} />{' '}
        {score !== null && (
          <span className="small quiet nb">
            {r('scoreOf', { score })}
            {band && `, ${r(`band.${band}`)}`}
          </span>
        )}
      </p>
      <p className="verdict-sentence">{r(`sentence.${sentence.key}`, sentence.params)}</p>
      <p className="small">
        <a className="reach" href={paths.animal(animalId)}>
          {text('plan')('toAnimal', { name })}
        </a>
      </p>
    </Section>
  )
}
