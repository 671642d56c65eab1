import type { ReactNode } from 'react'

export type BadgeTone = 'plain' | 'green' | 'amber' | 'brick' | 'slate'

/** A small word beside a name: "archived", "draft". For the state of an animal use State. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}
