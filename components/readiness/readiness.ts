import type { ReactNode } from 'react'
import type { Decision } from '@/lib/domain/plan/words'

/** One bar. All words translated, all numbers formatted by the page; `points` and `weight` set the lengths. */
export type ReadinessPart = {
  key: string
  /** "Calm body" */
  label: string
  /** "the worst seen in the session" */
  hint?: string
  /** Points of this part, 0 to `weight`; null when nothing is known about it. */
  points: number | null
  /** "16.2" */
  shown?: string
  /** Points that could be had, as the stage weighs it. */
  weight: number
  /** False where the stage has no such part (a leash before the leash). */
  applies?: boolean
  /** Where the sessions behind this part stand. */
  href?: string
}

export type Readiness = {
  /** The animal's name. */
  name: string
  recommendation: Decision
  /** The one sentence that decides. */
  sentence: ReactNode
  /** The rule that fired, said in words; links to the session it came from are welcome. */
  why?: ReactNode
  /** 0 to 100; null is "not enough yet", never drawn as zero. */
  score: number | null
  /** What the parts add up to, whole, where a cap holds the score below it. */
  raw?: number | null
  /** "Settling", and "50 to 74". */
  band?: { word: string; range: string }
  /** The score that the next stage asks for; left out where there is none. */
  threshold?: number
  /** Sessions so far and needed, shown while there is no score. */
  progress?: { have: number; need: number }
  confidence: { word: string; detail: string }
  parts: readonly ReadinessPart[]
  /** Smallest next facts, most telling first. */
  changes: readonly { key: string; fact: ReactNode; effect?: ReactNode }[]
  /** The sessions used: "The 7 sessions behind this". */
  sessions?: { href: string; label: string }
  /** "14 May, 09:40, rules 1" */
  stamp: string
}
