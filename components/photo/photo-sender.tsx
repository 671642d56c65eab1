'use client'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { filmTypes, mostFilmBytes } from '@/lib/domain/photo/photo'
import { sendPhoto } from './send-photo'
import { smallerPhoto } from './smaller-photo'

type Props = {
  sendTo: string
  /** Whose it is and where it belongs. */
  fields: Record<string, string>
  /** Media types of the file field; without HEIC among them an iPhone sends JPEG. */
  accept: string
  label: string
  icon: ReactNode
  hint: string
  says: Record<'shown' | 'send' | 'sending' | 'kept' | 'lost' | 'filmTooBig', string>
}
type Row = { id: string; name: string; share: number; why?: string }

const nothing = () => () => undefined

/** Takes photos and videos and sends them one after another, with progress. Without scripts it is a plain form. */
export function PhotoSender({ sendTo, fields, accept, label, icon, hint, says }: Props) {
  const router = useRouter()
  const scripted = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  )
  const form = useRef<HTMLFormElement>(null)
  const turn = useRef(Promise.resolve())
  const [rows, setRows] = useState<Row[]>([])
  const [said, setSaid] = useState('')
  const hintId = useId()
  const change = (id: string, more: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...more } : row)))

  const send = async (file: File, { id }: Row, form: FormData) => {
    const why = isFilm(file) && file.size > mostFilmBytes ? says.filmTooBig : undefined
    if (why) return change(id, { why })
    form.set('photo', isFilm(file) ? file : await smallerPhoto(file), 'photo')
    const answer = await sendPhoto(sendTo, form, (share) => change(id, { share }))
    if (answer.is === 'refused') return change(id, { why: answer.why ?? says.lost })
    setRows((before) => before.filter((row) => row.id !== id))
    setSaid(`${file.name}: ${says.kept}`)
    router.refresh()
  }
  const take = (files: FileList | null) => {
    if (!form.current) return
    setSaid('')
    // What is refused stays to be read until something else is chosen.
    setRows((before) => before.filter((row) => row.why === undefined))
    for (const file of files ?? []) {
      const row = { id: crypto.randomUUID(), name: file.name, share: 0 }
      const data = new FormData(form.current)
      data.set('id', row.id)
      setRows((before) => [...before, row])
      turn.current = turn.current.then(() => send(file, row, data))
    }
    form.current.reset()
  }
  return (
    <form ref={form} method="post" action={sendTo} encType="multipart/form-data" className="photo-sender">
      {Object.entries({ ...fields, asked: 'yes' }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
          onChange={({ currentTarget }) => take(currentTarget.files)}
        />
      </label>
      <p className="field-hint" id={hintId}>
        {hint}
      </p>
      <label className="choice-row">
        <input type="checkbox" name="shown" value="yes" defaultChecked />
        <span>{says.shown}</span>
      </label>
      {!scripted && (
        <button type="submit" className="btn">
          {says.send}
        </button>
      )}
      <p role="status" className="small">
        {said}
      </p>
      {rows.length > 0 && (
        <ul className="photo-rows">
          {rows.map(({ id, name, share, why }) => (
            <li key={id}>
              <bdi className="small">{name}</bdi>
              {why === undefined ? (
                <progress value={share} aria-label={`${says.sending}: ${name}`} />
              ) : (
                <p className="field-error" role="alert">
                  {why}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}

/** What the device says of a file; the server looks for itself. */
const isFilm = (file: File) => filmTypes.split(',').includes(file.type)
