'use client'
import { useForm } from '@/components/form/form-context'

/** Times that are free instead: each is a button that sends the form again with that time. Works without script. */
export function Offers({ label }: { label: string }) {
  const { offers, pending } = useForm()
  if (offers.length === 0) return null
  return (
    <ul className="offers" aria-label={label}>
      {offers.map(({ value, label: when, detail }) => (
        <li key={value}>
          <button
            type="submit"
            name="offer"
            value={value}
            className="btn offer"
            aria-disabled={pending || undefined}
          >
            <b>{when}</b>
            {detail !== undefined && <small dir="auto">{detail}</small>}
          </button>
        </li>
      ))}
    </ul>
  )
}
