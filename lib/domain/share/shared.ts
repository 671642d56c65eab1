import type { Temporal } from 'temporal-polyfill'
import type { HomeAnimal } from '@/lib/domain/home/pages'
import type { Progress } from '@/lib/domain/log/progress'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Stage } from '@/lib/domain/protocol/protocol'
import type { OnTheWay } from '@/lib/domain/standing/on-the-way'
import type { VetLetter, VetLetterContent } from '@/lib/domain/vet-letter/letter'
import type { SharedField } from './audience'
import type { Call } from './link'

/** What each field holds, as lib/data hands it over. */
export type SharedValues = {
  journey: { standing: OnTheWay | null } & Pick<Progress, 'wins' | 'weeks'>
  /** Newest first, at most a dozen. */
  photos: { id: string; width: number; height: number; day: Temporal.PlainDate }[]
  /** What is asked now; nothing while it rests, whatever the reason is. */
  homework: { rests: boolean; tasks: readonly HomeworkDraft[] }
  plan: OnTheWay | null
  /** Null where there is nothing to log, without a plan. */
  log: { animal: HomeAnimal; stage: Stage | null; today: Temporal.PlainDate } | null
  /** What is never done, which depends on the kind of animal alone. */
  donts: Species
  stop: string[]
  call: { person: Call | null; practicePhone: string; vet: Call | null }
  facts: Pick<VetLetterContent, 'breed' | 'sex' | 'neutering' | 'bornOn' | 'bornPrecision'> &
    Pick<VetLetter, 'practicePhone' | 'paper' | 'units'>
  findings: Pick<VetLetterContent, 'visitDay' | 'seen' | 'asked' | 'times'>
  measures: VetLetterContent['weights']
  flags: VetLetterContent['flags']
}

/** What a share link shows, and nothing else: which fields are there is said by `shows`. */
export type Shared = {
  animal: { name: string; species: Species; coat: string }
  practiceName: string
} & { [Field in SharedField]?: SharedValues[Field] }
