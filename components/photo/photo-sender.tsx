'use client'
import { useRouter } from 'next/navigation'
import {
  use,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { canKeep } from '@/components/offline/can-keep'
import type { PhotoPlace } from '@/lib/domain/sync/operation'
import type { PhotoOnDevice } from '@/lib/domain/sync/photos'
import type { Owner } from '@/lib/domain/sync/queue'
import { KeptSession } from './kept-session'
import { PhotoOnPhone, type PhotoWords } from './photo-on-phone'

type Props = {
  owner: Owner
  place: PhotoPlace
  sendTo: string
  /** Media types of the file field; without HEIC among them an iPhone sends JPEG. */
  accept: string
  label: string
  icon: ReactNode
  /** `shown` asks whether the household sees it; without the question it does. */
  says: Record<'hint' | 'send', string> & { shown?: string }
  words: PhotoWords
  /** The page shows what is kept by itself, once it is asked anew; else what was sent stays to be seen. */
  refreshes: boolean
  /** Drawn from what is kept on the device, not by the server just now. */
  offline?: boolean
}
type Refused = { id: string; name: string; why: string }

const desk = () => import('./photo-desk')
const never = () => () => undefined

/**
 * Takes photos and videos: first onto this device, then to the server, one after the other. Where this browser keeps
 * nothing, and without scripts, it is a plain form.
 */
export function PhotoSender(props: Props) {
  const { owner, sendTo, accept, label, icon, says, words, refreshes, offline = false } = props
  const sessionId = use(KeptSession)
  const place = sessionId === null ? props.place : { ...props.place, sessionId }
  const router = useRouter()
  const able = useSyncExternalStore(never, canKeep, () => false)
  const turn = useRef(Promise.resolve())
  const [shut, setShut] = useState(false)
  const [waiting, setWaiting] = useState<readonly PhotoOnDevice[]>([])
  const [kept, setKept] = useState<readonly PhotoOnDevice[]>([])
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [said, setSaid] = useState('')
  const hintId = useId()
  const begun = useRef({ owner, place, sure: !offline })
  const onKept = useEffectEvent((photo: PhotoOnDevice) => {
    setSaid(`${photo.photo.name}: ${words.is.kept}`)
    if (refreshes) router.refresh()
    else setKept((before) => [...before, photo])
  })
  useEffect(() => {
    if (!able) return
    let stop: (() => void) | undefined
    let left = false
    desk()
      .then(({ watchPhotos }) => {
        if (!left) stop = watchPhotos(begun.current, setWaiting, (photo) => onKept(photo))
      })
      .catch(() => setShut(true))
    return () => {
      left = true
      stop?.()
    }
  }, [able])

  const keep = async (file: File, shown: boolean) => {
    setSaid(words.keeping)
    const { keepPhoto } = await desk()
    const why = await keepPhoto(owner, file, place, shown)
    setSaid('')
    const row = { id: crypto.randomUUID(), name: file.name }
    if (why)
      setRefused((before) => [...before, { ...row, why: words.refusal[`photo.refusal.${why}`] ?? why }])
  }
  const take = (chosen: HTMLInputElement) => {
    if (!chosen.form) return
    setSaid('')
    // What is refused stays to be read until something else is chosen.
    setRefused([])
    const shown = says.shown === undefined || new FormData(chosen.form).has('shown')
    for (const file of chosen.files ?? [])
      turn.current = turn.current.then(() => keep(file, shown)).catch(() => setShut(true))
    chosen.value = ''
  }
  const scripted = able && !shut
  const rows = [
    ...kept.map((photo) => ({ ...photo, is: 'kept' as const })),
    ...waiting.filter(({ key }) => !kept.some((photo) => photo.key === key)),
  ]
  return (
    <form method="post" action={sendTo} encType="multipart/form-data" className="photo-sender">
      {Object.entries({ ...place, ...owner, ...(says.shown !== undefined && { asked: 'yes' }) }).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <label className={scripted ? 'btn photo-button' : 'field'}>
        {scripted && icon}
        <span>{label}</span>
        <input
          type="file"
          name="photo"
          accept={accept}
          multiple={scripted}
          required={!scripted}
          aria-describedby={hintId}
          onChange={({ currentTarget }) => scripted && take(currentTarget)}
        />
      </label>
      <p className="field-hint" id={hintId}>
        {says.hint}
      </p>
      {says.shown !== undefined && (
        <label className="choice-row">
          <input type="checkbox" name="shown" value="yes" defaultChecked />
          <span>{says.shown}</span>
        </label>
      )}
      {shut && <p className="field-error">{words.shut}</p>}
      {!scripted && (
        <button type="submit" className="btn">
          {says.send}
        </button>
      )}
      <p role="status" className="small">
        {said}
      </p>
      {rows.length + refused.length > 0 && (
        <ul className="photo-rows">
          {rows.map((photo) => (
            <li key={photo.photo.photoId}>
              <PhotoOnPhone owner={owner} photo={photo} words={words} />
            </li>
          ))}
          {refused.map(({ id, name, why }) => (
            <li key={id}>
              <bdi className="small">{name}</bdi>
              <p className="field-error" role="alert">
                {why}
              </p>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
