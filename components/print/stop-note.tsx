import type { ReactNode } from 'react'
import { faces } from '@/components/ui/faces'
import type { Species } from '@/lib/domain/observation/vocabulary'

/** When to stop for the day, framed so that it is found first. */
export function StopNote({ species, children }: { species: Species; children: ReactNode }) {
  const Tense = faces[species][2]
  return (
    <div className="stop-note">
      <Tense />
      <div>{children}</div>
    </div>
  )
}
