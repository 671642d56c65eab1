'use client'
import { useEffect, useState } from 'react'
import { NewSession } from '@/components/session/new-session'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { fieldsOf } from '@/lib/domain/form/form-data'
import type { KitVisit } from '@/lib/domain/kit/kit'
import { bodyLevel } from '@/lib/domain/observation/body'
import type { Known } from '@/lib/domain/observation/live/known'
import { observed } from '@/lib/domain/observation/live/observed'
import { heldToWhatWasSeen } from '@/lib/domain/observation/live/propose'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import type { FormAction, FormState } from '@/lib/domain/result/form-state'
import { whatToDoAtOnce, type AtOnce } from '@/lib/domain/session/at-once'
import { whenOf } from '@/lib/domain/session/recordable'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import type { OperationOf } from '@/lib/domain/sync/operation'
import type { Owner } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { instantHere } from './day-kit'
import { keepOnDevice } from './device-queue'
import { withoutSignal } from './use-place'
import { remember, watchedHere } from './watched-here'

type Kept = { atOnce: AtOnce | null }

type Props = { owner: Owner; visit: KitVisit; animalId: string; observationId: string | null }

/**
 * A session where there may be no signal: of what was watched live, or blank under an id of this device, with the
 * moment it was.
 */
export function OfflineSession({ owner, visit, animalId, observationId }: Props) {
  const [kept, setKept] = useState<Kept | null>(null)
  const [blankId] = useState(() => crypto.randomUUID())
  const known = useWatched(owner, visit.door.id, observationId)
  const t = text('sync')
  const { door, animals } = visit
  const back = withoutSignal(paths.door(door.id))
  const animal = animals.find((one) => one.animalId === animalId)
  if (!animal) return <p className="quiet">{t('notAtThisVisit')}</p>
  if (known === 'looking') return <p className="quiet">{t('day.opening')}</p>
  const watched = known?.animalId === animalId ? known : null
  const sessionId = watched?.observationId ?? blankId
  const before = watched?.recorded === true

  const record: FormAction = async (state, form) => {
    const typed = fieldsOf(form)
    const read = recordedSessionSchema.safeParse(typed)
    const answer = (changes: Partial<FormState>): FormState => {
      return { status: 'refused', errors: {}, values: {}, turn: state.turn + 1, ...changes }
    }
    if (!read.success) return answer({ message: text('errors')('checkFields') })
    const when = whenOf(read.data, door.zone, instantHere(), null)
    if (typeof when === 'string') return answer({ message: text('errors')(when) })
    const { day: _day, time: _time, ...answers } = typed
    const session = { ...answers, id: sessionId, animalId, startedAt: when.startedAt.toString() }
    await keepOnDevice(owner, { kind: 'record_session', session } as OperationOf<'record_session'>)
    if (watched) await remember(owner, door.id, [{ ...watched, recorded: true }])
    const seen = observed(watched?.events ?? [])
    const { stress, signs, goodSigns, events, health } = seen ? heldToWhatWasSeen(read.data, seen) : read.data
    const level = bodyLevel(stress as BodyLevel, [...signs, ...goodSigns])
    setKept({ atOnce: whatToDoAtOnce({ level, events, health }) })
    return answer({ status: 'done' })
  }

  return (
    <>
      <Breadcrumb items={[{ href: back, label: door.household }]} />
      {kept || before ? (
        <div className="stack">
          {kept?.atOnce && (
            <Notice tone="flag" title={text('session')('atOnce.title')}>
              {text('session')(`atOnce.${kept.atOnce}`)}
            </Notice>
          )}
          <Notice tone="saved" action={<ButtonLink href={back}>{t('day.backToHome')}</ButtonLink>}>
            {t(kept ? 'day.sessionKept' : 'day.sessionBefore', { name: animal.name })}
          </Notice>
        </div>
      ) : (
        <NewSession
          animal={animal}
          standing={animal.standing}
          sessionId={sessionId}
          watched={watched && { id: sessionId, taps: watched.events, zone: door.zone }}
          action={record}
          cancelHref={back}
          at={withoutSignal}
        />
      )}
    </>
  )
}

/** The observation that a session is to be made of, as this device knows it; null where it knows none. */
function useWatched(owner: Owner, visitId: string, observationId: string | null) {
  const [known, setKnown] = useState<Known | null | 'looking'>(observationId ? 'looking' : null)
  useEffect(() => {
    if (!observationId) return
    watchedHere(owner, visitId)
      .then((all) => setKnown(all.find((one) => one.observationId === observationId) ?? null))
      .catch(() => setKnown(null))
  }, [owner, visitId, observationId])
  return known
}
