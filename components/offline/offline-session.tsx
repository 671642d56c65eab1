'use client'
import { useState } from 'react'
import { NewSession } from '@/components/session/new-session'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { fieldsOf } from '@/lib/domain/form/form-data'
import type { KitVisit } from '@/lib/domain/kit/kit'
import { bodyLevel } from '@/lib/domain/observation/body'
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

type Kept = { atOnce: AtOnce | null }

/** A session where there may be no signal: under an id of this device, with the moment it was. */
export function OfflineSession({
  owner,
  visit,
  animalId,
}: {
  owner: Owner
  visit: KitVisit
  animalId: string
}) {
  const [kept, setKept] = useState<Kept | null>(null)
  const [sessionId] = useState(() => crypto.randomUUID())
  const t = text('sync')
  const { door, animals } = visit
  const back = withoutSignal(paths.door(door.id))
  const animal = animals.find((one) => one.animalId === animalId)
  if (!animal) return <p className="quiet">{t('notAtThisVisit')}</p>

  const record: FormAction = async (before, form) => {
    const typed = fieldsOf(form)
    const read = recordedSessionSchema.safeParse(typed)
    const answer = (state: Partial<FormState>): FormState => {
      return { status: 'refused', errors: {}, values: {}, turn: before.turn + 1, ...state }
    }
    if (!read.success) return answer({ message: text('errors')('checkFields') })
    const when = whenOf(read.data, door.zone, instantHere(), null)
    if (typeof when === 'string') return answer({ message: text('errors')(when) })
    const { day: _day, time: _time, ...answers } = typed
    const session = { ...answers, id: sessionId, animalId, startedAt: when.startedAt.toString() }
    await keepOnDevice(owner, { kind: 'record_session', session } as OperationOf<'record_session'>)
    const { stress, signs, goodSigns, events, health } = read.data
    const level = bodyLevel(stress as BodyLevel, [...signs, ...goodSigns])
    setKept({ atOnce: whatToDoAtOnce({ level, events, health }) })
    return answer({ status: 'done' })
  }

  return (
    <>
      <Breadcrumb items={[{ href: back, label: door.household }]} />
      {kept ? (
        <div className="stack">
          {kept.atOnce && (
            <Notice tone="flag" title={text('session')('atOnce.title')}>
              {text('session')(`atOnce.${kept.atOnce}`)}
            </Notice>
          )}
          <Notice tone="saved" action={<ButtonLink href={back}>{t('day.backToHome')}</ButtonLink>}>
            {t('day.sessionKept', { name: animal.name })}
          </Notice>
        </div>
      ) : (
        <NewSession
          animal={animal}
          standing={animal.standing}
          sessionId={sessionId}
          action={record}
          cancelHref={back}
        />
      )}
    </>
  )
}
