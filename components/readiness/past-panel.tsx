import { Notice } from '@/components/ui/notice'
import type { PastAssessment } from '@/lib/domain/standing/history'
import { text } from '@/lib/format/text'
import { ReadinessPanel } from './readiness-panel'

/** The panel as it was, from what was kept alone; its result only, where the rest cannot be read any more. */
export function PastPanel({ past, zone }: { past: PastAssessment; zone: string }) {
  const { kept, row, animalId, name } = past
  const t = text('readiness')
  if (kept)
    return (
      <ReadinessPanel
        kept={kept}
        animalId={animalId}
        name={kept.name ?? name}
        computed={row.computedAt}
        zone={zone}
        title={kept.stageName ?? row.stageKey}
      />
    )
  return (
    <Notice>
      {t('history.unreadable', {
        recommendation: row.recommendation ? t(`recommendation.${row.recommendation}`) : '–',
        score: row.score ?? 'none',
        confidence: row.confidence.toFixed(2),
        rules: row.ruleSet,
      })}
    </Notice>
  )
}
