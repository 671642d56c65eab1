'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Camera, Video } from '@/components/ui/icons'
import type { PhotoOnDevice } from '@/lib/domain/sync/photos'
import type { Owner } from '@/lib/domain/sync/queue'

export type PhotoWords = Record<'keeping' | 'again' | 'save' | 'letGo' | 'shut', string> & {
  is: Record<PhotoOnDevice['is'] | 'kept', string>
  refusal: Record<string, string>
}
type Props = {
  owner: Owner
  photo: Omit<PhotoOnDevice, 'is'> & { is: PhotoOnDevice['is'] | 'kept' }
  words: PhotoWords
}

const desk = () => import('./photo-desk')

/** A photo that only this device has: what it shows, where it is, and what a person can do where it is refused. */
export function PhotoOnPhone({ owner, photo: { key, lane, photo, is, reason }, words }: Props) {
  const { name, type } = photo
  return (
    <div className="photo-waiting">
      <Glance owner={owner} photoId={photo.photoId} film={type.startsWith('video/')} />
      <div>
        <bdi className="small">{name}</bdi>
        {is === 'refused' ? (
          <p className="field-error" role="alert">
            {words.refusal[reason ?? ''] ?? words.is.refused}
          </p>
        ) : (
          <p className={`small photo-is is-${is}`}>{words.is[is]}</p>
        )}
        {is === 'sending' && <Share lane={lane} label={`${words.is.sending} ${name}`} />}
      </div>
      {is === 'refused' && (
        <div className="acts">
          <Button onClick={() => void desk().then(({ sendAgain }) => sendAgain(owner, key))}>
            {words.again}
          </Button>
          <Button onClick={() => void desk().then(({ saveAsFile }) => saveAsFile(owner, photo))}>
            {words.save}
          </Button>
          <Button look="danger" onClick={() => void desk().then(({ discard }) => discard(owner, key))}>
            {words.letGo}
          </Button>
        </div>
      )}
    </div>
  )
}

function Glance({
  owner: { practiceId, userId },
  photoId,
  film,
}: {
  owner: Owner
  photoId: string
  film: boolean
}) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let left = false
    let made: string | null = null
    void desk()
      .then(({ glanceAt }) => glanceAt({ practiceId, userId }, photoId))
      .then((found) => {
        made = found
        if (!left) setAddress(found)
        else if (found) URL.revokeObjectURL(found)
      })
    return () => {
      left = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [practiceId, userId, photoId])
  return (
    <span className="photo-glance">
      {address && <img src={address} alt="" />}
      {film ? <Video /> : !address && <Camera />}
    </span>
  )
}

function Share({ lane, label }: { lane: string; label: string }) {
  const [share, setShare] = useState<number | null>(null)
  useEffect(() => {
    let stop: (() => void) | undefined
    let left = false
    void desk().then(({ watchShare }) => {
      if (!left) stop = watchShare(lane, setShare)
    })
    return () => {
      left = true
      stop?.()
    }
  }, [lane])
  return <progress {...(share !== null && { value: share })} aria-label={label} />
}
