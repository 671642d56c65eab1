'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { startTransition, type FormEvent, type ReactNode } from 'react'

/** What of the form says which times fit, and what it is called in the address. */
const asked: Record<string, string> = { serviceId: 'service', consultantId: 'consultant', day: 'from' }

/** Another service, consultant or day shows its times beside the form at once; what was typed stays. */
export function TimesAtOnce({ children }: { children: ReactNode }) {
  const router = useRouter()
  const path = usePathname()
  const before = useSearchParams()
  const look = (event: FormEvent<HTMLDivElement>) => {
    const { name, value } = event.target as HTMLInputElement
    const key = asked[name]
    if (!key || value === '') return
    const query = new URLSearchParams(before)
    query.set(key, value)
    startTransition(() => router.replace(`${path}?${query.toString()}`, { scroll: false }))
  }
  return (
    <div className="form" onChange={look}>
      {children}
    </div>
  )
}
