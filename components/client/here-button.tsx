'use client'
import { useState } from 'react'
import { useForm } from '@/components/form/form-context'
import { MapPin } from '@/components/ui/icons'

type Props = { field: string; words: Record<'use' | 'locating' | 'failed', string> }

/** At the door: the phone says where it stands, and its place is written into the field. Nothing is sent yet. */
export function HereButton({ field, words }: Props) {
  const form = useForm()
  const [said, setSaid] = useState('')
  const write = ({ coords }: GeolocationPosition) => {
    const input = document.getElementById(`${form.id}-${field}`)
    if (!(input instanceof HTMLInputElement)) return
    // React listens to the setter of the element; the event tells the form that something was typed.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
      input,
      `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`,
    )
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.focus()
    setSaid('')
  }
  const locate = () => {
    setSaid(words.locating)
    if (!('geolocation' in navigator)) return setSaid(words.failed)
    navigator.geolocation.getCurrentPosition(write, () => setSaid(words.failed), {
      enableHighAccuracy: true,
      timeout: 10_000,
    })
  }
  return (
    <div className="here acts">
      <button type="button" className="btn" onClick={locate}>
        <MapPin />
        {words.use}
      </button>
      <span role="status" className="small quiet">
        {said}
      </span>
    </div>
  )
}
