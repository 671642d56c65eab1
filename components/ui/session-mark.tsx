import { text } from '@/lib/format/text'
import type { Icon } from './icon'
import { FlagSign, PassMark, ShortMark, StressMark } from './signs'

/** The kind of one session: disc, ring, triangle, pennant. */
export type SessionKind = 'pass' | 'short' | 'stress' | 'red'

const marks: Record<SessionKind, { Mark: Icon; tone: string }> = {
  pass: { Mark: PassMark, tone: 'green' },
  short: { Mark: ShortMark, tone: 'ink-2' },
  stress: { Mark: StressMark, tone: 'amber' },
  red: { Mark: FlagSign, tone: 'brick' },
}

export function SessionMark({ kind, labelled = true }: { kind: SessionKind; labelled?: boolean }) {
  const { Mark, tone } = marks[kind]
  const label = labelled ? { label: text('ui')(`mark.${kind}`) } : {}
  return <Mark className={`mark-${kind} tone-${tone}`} {...label} />
}

/** The key below a chart or a list of sessions. */
export function SessionKey({ gap = false }: { gap?: boolean }) {
  const t = text('ui')
  return (
    <p className="key">
      {(Object.keys(marks) as SessionKind[]).map((kind) => (
        <span key={kind}>
          <SessionMark kind={kind} labelled={false} />
          {t(`mark.${kind}`)}
        </span>
      ))}
      {gap && <span>{t('mark.gap')}</span>}
    </p>
  )
}
