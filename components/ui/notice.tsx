import type { ReactNode } from 'react'
import { CircleCheck, Info, TriangleAlert } from './icons'
import { FlagSign } from './signs'

export type NoticeTone = 'info' | 'care' | 'flag' | 'saved'

const look = {
  info: { Sign: Info, tone: 'slate', role: undefined },
  care: { Sign: TriangleAlert, tone: 'amber', role: undefined },
  flag: { Sign: FlagSign, tone: 'brick', role: 'alert' },
  saved: { Sign: CircleCheck, tone: 'green', role: 'status' },
} as const

type Props = { tone?: NoticeTone; title?: ReactNode; children?: ReactNode; action?: ReactNode; id?: string }

/** What happened, what was kept, what to do. `flag` interrupts a screen reader, `saved` is said politely. */
export function Notice({ tone = 'info', title, children, action, id }: Props) {
  const { Sign, tone: colour, role } = look[tone]
  return (
    <div id={id} className={`notice on-${colour}`} role={role}>
      <Sign className={`tone-${colour}`} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className="acts">{action}</div>}
      </div>
    </div>
  )
}
