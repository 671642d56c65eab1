import { Deciding } from '@/components/home/animal-home'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { Logged } from '@/lib/domain/home/pages'
import { saidOf } from '@/lib/domain/log/said'
import type { HealthSign, RedEvent } from '@/lib/domain/observation/vocabulary'
import { allToDoAtOnce } from '@/lib/domain/session/at-once'
import { dayLong } from '@/lib/format/dates'
import { duration } from '@/lib/format/duration'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { ReactNode } from 'react'
import { DoNow } from './alarm'

type Props = {
  logged: Logged
  practice: string
  zone: string
  /** Its photos and videos. */
  children?: ReactNode
}

/** After the log: first what cannot wait, then what this session showed, then where the animal stands now. */
export function LoggedView({ logged, practice, zone, children }: Props) {
  const t = text('home')
  const { session, standing } = logged
  const { level, events, health } = session
  const atOnce = allToDoAtOnce({ level, events: events as RedEvent[], health: health as HealthSign[] })
  return (
    <div className="logged">
      {atOnce.map((what) => (
        <DoNow key={what} what={what} name={session.animalName} />
      ))}
      <h1 className="said-now">{wordsOf(logged)}</h1>
      <p className="quiet">
        {session.late && <>{t('done.late', { day: dayLong(session.day, zone) })} </>}
        {t('done.seen', { practice })}
      </p>
      {standing && (
        <Section title={t('done.next', { name: session.animalName })}>
          <Deciding standing={standing} showScore={false} />
        </Section>
      )}
      {children}
      <p className="acts">
        <ButtonLink look="go" href={paths.home()}>
          {t('done.home')}
        </ButtonLink>
        <ButtonLink look="plain" href={paths.homeLog(session.animalId)}>
          {t('done.again')}
        </ButtonLink>
        <ButtonLink look="plain" href={paths.homePastOne(session.id)}>
          {t('done.wrong')}
        </ButtonLink>
      </p>
    </div>
  )
}

function wordsOf({ session }: Logged): string {
  const { key, what, seconds, ok, of } = saidOf(session)
  return text('home')(`said.${key}`, {
    name: session.animalName,
    what: whatIn(key, what),
    time: duration(seconds),
    ok,
    of,
  })
}

function whatIn(key: string, what: string): string {
  if (what === '') return 'none'
  const o = text('observation')
  if (key === 'came_back') return inSentence(o(`recovery.${what}`))
  return key === 'met_hard' || key === 'met_calm'
    ? text('home')(`met.${what}`)
    : inSentence(o(`sign.${what}`))
}
