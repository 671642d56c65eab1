'use client'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { WhenCutOff } from '@/components/form/when-cut-off'
import { WhenTyped } from '@/components/form/when-typed'
import { canKeep } from '@/components/offline/can-keep'
import { KeptSession } from '@/components/photo/kept-session'
import type { FormAction, FormState } from '@/lib/domain/result/form-state'
import type { AtOnce } from '@/lib/domain/session/at-once'
import type { Owner } from '@/lib/domain/sync/queue'
import { paths } from '@/lib/paths'
import type { KeptLog, LogIs } from './keep-log'
import type { KeepWords } from './keep-words'
import { typedKeeper } from './typed-keeper'

type Props = {
  owner: Owner
  animalId: string
  /** Of the home. */
  zone: string
  words: KeepWords
  /** What is to be done first, by what was tapped. */
  doNow: Record<AtOnce, ReactNode>
  /** The way to add photos and videos to what was kept. */
  photos: ReactNode
  /** The form and what stands over it. */
  children: ReactNode | ((keep: FormAction) => ReactNode)
  /** Drawn from what is kept on the device: there is nobody else to send it to. */
  offline?: boolean
}

const keeping = () => import('./keep-log')

/**
 * Around the log: what is answered is kept on this phone until it is saved; where the server cannot be reached, so is
 * the log, and the page says which is true.
 */
export function LogKeeper({ owner, animalId, zone, words, doNow, photos, children, offline = false }: Props) {
  const [kept, setKept] = useState<KeptLog | null>(null)
  const [ready, setReady] = useState(false)
  const { practiceId, userId } = owner
  useEffect(() => {
    if (offline) return
    // What keeping takes is fetched while there is a signal. Where a browser cannot keep, that is said in its place.
    const fetched = canKeep() ? keeping().then((it) => it.readyToKeep({ practiceId, userId })) : undefined
    void Promise.resolve(fetched).then(
      () => setReady(true),
      () => undefined,
    )
  }, [practiceId, userId, offline])

  const typed = useMemo(
    () => typedKeeper({ practiceId, userId }, animalId, zone),
    [practiceId, userId, animalId, zone],
  )
  const keep: FormAction = async ({ turn }, form) => {
    const answer = (changes: Partial<FormState>): FormState => {
      return { status: 'refused', errors: {}, values: {}, turn: turn + 1, ...changes }
    }
    if (!canKeep()) return answer({ message: words.cannot })
    try {
      const made = await (await keeping()).keepLog(owner, zone, form)
      if (typeof made === 'string') return answer({ message: words.refusal[made] })
      setKept(made)
      return answer({ status: 'done' })
    } catch {
      return answer({ message: words.cannot })
    }
  }
  if (kept)
    return (
      <KeptHere {...{ owner, kept, words, photos, offline }}>
        {kept.atOnce.map((what) => (
          <div key={what}>{doNow[what]}</div>
        ))}
      </KeptHere>
    )
  return (
    <WhenTyped value={typed}>
      {typeof children === 'function' ? (
        children(keep)
      ) : (
        <WhenCutOff value={ready ? keep : null}>{children}</WhenCutOff>
      )}
    </WhenTyped>
  )
}

type KeptProps = Pick<Props, 'owner' | 'words' | 'photos'> & {
  kept: KeptLog
  offline: boolean
  children: ReactNode
}

/** First what cannot wait, then where the log is: on this phone, and afterwards sent. */
function KeptHere({ owner: { practiceId, userId }, kept, words, photos, offline, children }: KeptProps) {
  const [is, setIs] = useState<LogIs>('onThisPhone')
  const title = useRef<HTMLHeadingElement>(null)
  const { sessionId, animalId } = kept
  useEffect(() => title.current?.focus(), [])
  useEffect(() => {
    let stop: (() => void) | undefined
    let left = false
    void keeping().then(({ watchLog }) => {
      if (!left) stop = watchLog({ owner: { practiceId, userId }, sessionId, sure: !offline }, setIs)
    })
    return () => {
      left = true
      stop?.()
    }
  }, [practiceId, userId, sessionId, offline])
  return (
    <div className="logged">
      {children}
      <h1 ref={title} tabIndex={-1} className="said-now">
        {words.title}
      </h1>
      <p role="status" className={`kept-state log-is is-${is === 'sent' ? 'saved' : is}`}>
        {words.is[is]}
      </p>
      <KeptSession value={sessionId}>{photos}</KeptSession>
      <p className="acts">
        {is === 'sent' && (
          <a className="btn btn-go" href={paths.homeLogDone(sessionId)}>
            {words.read}
          </a>
        )}
        {is === 'signedOut' && (
          <a className="btn btn-go" href={paths.signIn(paths.homeLog(animalId))}>
            {words.signIn}
          </a>
        )}
        {is !== 'sent' && (
          <a className="btn" href={paths.onThisPhone()}>
            {words.look}
          </a>
        )}
        <a className="btn btn-plain" href={paths.homeLog(animalId)}>
          {words.again}
        </a>
      </p>
    </div>
  )
}
