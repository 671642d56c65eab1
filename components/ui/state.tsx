import type { ReactNode } from 'react'
import { text } from '@/lib/format/text'
import type { Icon } from './icon'
import {
  AdvanceSign,
  BackSign,
  FlagSign,
  IndoorsSign,
  PauseSign,
  QuietSign,
  SafetySign,
  SignedSign,
  StaySign,
  UnsignedSign,
  VetSign,
} from './signs'

export const states = [
  'advance',
  'stay',
  'step_back',
  'pause',
  'stop_enrich',
  'red_flag',
  'vet_flag',
  'unsigned',
  'signed',
  'safety',
  'quiet',
] as const
export type StateName = (typeof states)[number]

const look: Record<StateName, { Sign: Icon; tone: string }> = {
  advance: { Sign: AdvanceSign, tone: 'green' },
  stay: { Sign: StaySign, tone: 'ink' },
  step_back: { Sign: BackSign, tone: 'amber' },
  pause: { Sign: PauseSign, tone: 'slate' },
  stop_enrich: { Sign: IndoorsSign, tone: 'ink' },
  red_flag: { Sign: FlagSign, tone: 'brick' },
  vet_flag: { Sign: VetSign, tone: 'brick' },
  unsigned: { Sign: UnsignedSign, tone: 'amber' },
  signed: { Sign: SignedSign, tone: 'green' },
  safety: { Sign: SafetySign, tone: 'amber' },
  quiet: { Sign: QuietSign, tone: 'slate' },
}

/** A state: shape, word and colour, always together. `children` replaces the usual word ("No log for 9 days"). */
export function State({ is, children }: { is: StateName; children?: ReactNode }) {
  const { Sign, tone } = look[is]
  return (
    <span className={`state tone-${tone}`}>
      <Sign />
      {children ?? text('ui')(`state.${is}`)}
    </span>
  )
}
