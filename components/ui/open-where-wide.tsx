'use client'
import { useSyncExternalStore, type ReactNode } from 'react'
import { Disclosure } from './disclosure'

/** As wide as a page with something beside its column. */
const wide = '(min-width: 80rem)'

function follow(changed: () => void) {
  const query = matchMedia(wide)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Folded away where the page is one column, open where it stands beside it. */
export function OpenWhereWide({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const isWide = useSyncExternalStore(
    follow,
    () => matchMedia(wide).matches,
    () => false,
  )
  return (
    <Disclosure summary={summary} open={isWide}>
      {children}
    </Disclosure>
  )
}
