'use client'
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'
import { useForm } from '@/components/form/form-context'

const QrCode = lazy(() => import('@/components/print/qr-code').then((m) => ({ default: m.QrCode })))

type Props = {
  words: { title: string; address: string; copy: string; copied: string; qr: string }
  /** The fields of the form, shown until there is a link. */
  children: ReactNode
}

/** A link that was just made, with its address to copy and as a code. It comes with the answer and only there. */
export function MadeLink({ words, children }: Props) {
  const address = useForm().startsWith('address')
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  if (typeof address !== 'string' || address === '') return children
  const copy = async () => {
    field.current?.select()
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <div className="made-link">
      <h2>{words.title}</h2>
      <Suspense fallback={<span className="qr" />}>
        <QrCode value={address} label={words.qr} />
      </Suspense>
      <label className="field">
        <span className="field-label">{words.address}</span>
        <input ref={field} className="input" readOnly value={address} />
      </label>
      <button type="button" className="btn needs-script" onClick={() => void copy()}>
        {copied ? words.copied : words.copy}
      </button>
    </div>
  )
}
