import type { ReactNode } from 'react'
import { text } from '@/lib/format/text'
import { Check } from './icons'

export type Step = { key: string; label: ReactNode; href?: string }

/** Where one is in a form of several pages. Steps before the current one can be links back. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: string }) {
  const at = steps.findIndex(({ key }) => key === current)
  const t = text('ui')
  return (
    <ol className="steps-bar" aria-label={t('steps', { at: at + 1, of: steps.length })}>
      {steps.map(({ key, label, href }, index) => (
        <li
          key={key}
          className={index < at ? 'done' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="n">{index < at ? <Check /> : index + 1}</span>
          {href && index < at ? <a href={href}>{label}</a> : <span>{label}</span>}
        </li>
      ))}
    </ol>
  )
}
