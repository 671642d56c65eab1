import { State, type StateName } from '@/components/ui/state'
import type { Case } from '@/lib/domain/caseload/case'
import { safetyEndingSoon, type Attention, type AttentionReason } from '@/lib/domain/caseload/reasons'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { reasonWords } from '@/lib/format/reason'
import { text } from '@/lib/format/text'

const shapes: Record<AttentionReason, StateName> = {
  red: 'red_flag',
  vet: 'vet_flag',
  ready: 'advance',
  silent: 'quiet',
  plateau: 'stay',
  safety: 'safety',
  pause_over: 'pause',
  review: 'stop_enrich',
}

type ReasonProps = { attention: Attention; standing: AnimalStanding; zone: string }

/** One reason as shape, word and colour, with its days. */
export function Reason({ attention, standing, zone }: ReasonProps) {
  return <State is={shapes[attention.reason]}>{reasonWords(attention, standing, zone)}</State>
}

/** What the first reason means for a person, in a sentence; without one, how the training goes. */
export function whyOf({ name, household, standing, reasons: [first] }: Case): string {
  const t = text('caseload')
  switch (first?.reason) {
    case 'vet': {
      const what = standing.openVet.map(({ sign }) => text('observation')(`health.${sign}`)).join(', ')
      return t('why.vet', { what, household })
    }
    case 'safety':
      return t('why.safety', {
        items: safetyEndingSoon(standing)
          .map(({ key }) => t(`ending.${key}`))
          .join(', '),
      })
    case 'silent':
    case 'pause_over':
    case 'review':
      return t(`why.${first.reason}`, { name, household })
    default:
      return text('readiness')(`sentence.${standing.sentence.key}`, standing.sentence.params)
  }
}
