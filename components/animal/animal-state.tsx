import { State, type StateName } from '@/components/ui/state'
import { text } from '@/lib/format/text'

export type AnimalStanding = {
  stageName: string
  recommendation: Extract<StateName, 'advance' | 'stay' | 'step_back' | 'pause' | 'stop_enrich'>
  needsVet: boolean
}

/** Where an animal stands in a line or two: its stage, what to do next, and whether the vet comes first. */
export function AnimalState({ standing }: { standing: AnimalStanding | undefined }) {
  if (!standing) return <span className="tiny">{text('animal')('list.noPlan')}</span>
  return (
    <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="small quiet">{standing.stageName}</span>
      <State is={standing.recommendation} />
      {standing.needsVet && <State is="vet_flag" />}
    </span>
  )
}
