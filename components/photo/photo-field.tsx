'use client'
import { useEffect, useRef, useState } from 'react'
import { Field } from '@/components/form/field'
import { useForm } from '@/components/form/form-context'
import { sendPhoto } from './send-photo'
import { smallerPhoto } from './smaller-photo'

type Props = {
  /** The field that carries the photo's id. */
  name: string
  /** What is said beside the bytes: whose it is. */
  place: Record<string, string>
  sendTo: string
  label: string
  hint: string
  says: Record<'busy' | 'ready' | 'lost', string>
}

type Sent =
  { is: 'none' | 'busy' } | { is: 'ready'; id: string; shown: string } | { is: 'refused'; why: string }

/** Takes a photo from the camera or a file and sends it at once; the form then carries its id. */
export function PhotoField({ name, place, sendTo, label, hint, says }: Props) {
  const form = useForm()
  const [sent, setSent] = useState<Sent>({ is: 'none' })
  const [cleared, setCleared] = useState(false)
  const turn = useRef(0)
  const shown = sent.is === 'ready' ? sent.shown : null
  useEffect(() => () => void (shown && URL.revokeObjectURL(shown)), [shown])

  const send = async (file: File | undefined) => {
    const mine = ++turn.current
    setCleared(!file)
    if (!file) return setSent({ is: 'none' })
    setSent({ is: 'busy' })
    const answer = await deliver(await smallerPhoto(file), place, sendTo, says.lost)
    if (mine === turn.current) setSent(answer)
  }
  const before = form.startsWith(name)
  const carried = sent.is === 'none' && !cleared && typeof before === 'string' ? before : ''
  const id = sent.is === 'ready' ? sent.id : carried
  return (
    <Field name={name} label={label} hint={hint}>
      {(wired) => (
        <>
          <input
            {...wired}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            className="input"
            onChange={(event) => void send(event.currentTarget.files?.[0])}
          />
          <input type="hidden" name={name} value={id} readOnly />
          <div className="photo-sent" role="status">
            {sent.is === 'busy' && says.busy}
            {sent.is === 'ready' && (
              <>
                <img src={sent.shown} alt="" /> {says.ready}
              </>
            )}
          </div>
          {sent.is === 'refused' && (
            <p className="field-error" role="alert">
              {sent.why}
            </p>
          )}
        </>
      )}
    </Field>
  )
}

async function deliver(photo: Blob, place: Props['place'], sendTo: string, lost: string): Promise<Sent> {
  const body = new FormData()
  for (const [key, value] of Object.entries(place)) body.set(key, value)
  body.set('photo', photo, 'photo')
  const heard = await sendPhoto(sendTo, body)
  const { photoId, message } = (heard?.body ?? {}) as { photoId?: string; message?: string }
  return photoId
    ? { is: 'ready', id: photoId, shown: URL.createObjectURL(photo) }
    : { is: 'refused', why: message ?? lost }
}
