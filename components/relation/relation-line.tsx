import type { RelationKind } from '@/lib/domain/relation/relation'

const looks: Record<RelationKind, { path: string; tone: string; dash?: string }> = {
  friendly: { path: 'M0 9c20 6 60 6 80 0M0 15c20 6 60 6 80 0', tone: 'tone-green' },
  tolerates: { path: 'M0 12h80', tone: 'tone-slate' },
  tense: { path: 'M0 12h14l8-9 10 18 10-18 10 18 10-18 8 9h10', tone: 'tone-amber' },
  unknown: { path: 'M0 12h80', tone: 'tone-ink-2', dash: '2 8' },
}

/** What is between two animals, as a line; the word stands beside it. */
export function RelationLine({ kind }: { kind: RelationKind }) {
  const { path, tone, dash } = looks[kind]
  return (
    <svg className={`pair-line ${tone}`} viewBox="0 0 80 24" preserveAspectRatio="none" aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray={dash}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
