import { recommendations, type Recommendation } from '@/lib/domain/readiness/types'
import type { Case } from './case'
import { attentionReasons, type AttentionReason } from './reasons'

/** What of the caseload is looked at, as an address says it. Words that mean nothing are left out. */
export type Choice = {
  reason: AttentionReason | null
  recommendation: Recommendation | null
  stage: string | null
  /** Whose roster: a member's id or `everyone`; null: the viewer's own. */
  who: string | null
  /** Part of an animal's or a household's name; every word has to be there. */
  search: string
  /** From 1. */
  page: number
}

/** What `who` says for every plan of the practice. */
export const everyone = 'all'

/** The address as it is read: what is said twice counts the first time. */
export type Asked = Partial<
  Record<'reason' | 'next' | 'stage' | 'who' | 'q' | 'page', string | string[] | undefined>
>

export function choiceFrom(asked: Asked): Choice {
  const said = (key: keyof Asked) => [asked[key]].flat()[0]
  const page = Number(said('page'))
  return {
    reason: oneOf(attentionReasons, said('reason')),
    recommendation: oneOf(recommendations, said('next')),
    stage: said('stage') || null,
    who: said('who') || null,
    search: (said('q') ?? '').normalize('NFC').trim().slice(0, 100),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

const oneOf = <T extends string>(known: readonly T[], asked: string | undefined): T | null =>
  known.find((one) => one === asked) ?? null

/** Plans on one page. Ours. */
export const casesPerPage = 50

/** How many plans each filter would leave, the other filters as they are. */
export type Counts = {
  reasons: { key: AttentionReason; count: number }[]
  recommendations: { key: Recommendation; count: number }[]
  /** In the order of the way, the programmes without stages last. */
  stages: { key: string; name: string; count: number }[]
}

export type Chosen = { cases: Case[]; found: number; page: number; pages: number; counts: Counts }

/** One page of what is left of a sorted caseload; a page beyond the last is the last. */
export function choose(cases: readonly Case[], choice: Choice): Chosen {
  const named = cases.filter((one) => isNamed(one, choice.search))
  const left = named.filter((one) => Object.values(tests).every((test) => test(one, choice)))
  const pages = Math.max(1, Math.ceil(left.length / casesPerPage))
  const page = Math.min(choice.page, pages)
  return {
    cases: left.slice((page - 1) * casesPerPage, page * casesPerPage),
    found: left.length,
    page,
    pages,
    counts: countsOf(named, choice),
  }
}

/** The words of a search, small; the list of animals without a plan asks for the same. */
export const wordsOf = (search: string): string[] => search.toLowerCase().split(/\s+/).filter(Boolean)

function isNamed({ name, household }: Case, search: string): boolean {
  const said = `${name} ${household}`.toLowerCase()
  return wordsOf(search).every((word) => said.includes(word))
}

type Test = (one: Case, choice: Choice) => boolean
const tests: Record<'reason' | 'recommendation' | 'stage', Test> = {
  reason: ({ reasons }, { reason }) => reason === null || reasons.some((held) => held.reason === reason),
  recommendation: ({ standing }, { recommendation }) =>
    recommendation === null || standing.recommendation === recommendation,
  stage: ({ standing }, { stage }) => stage === null || standing.stageKey === stage,
}

function countsOf(named: readonly Case[], choice: Choice): Counts {
  const besides = (kept: keyof typeof tests) =>
    named.filter((one) =>
      Object.entries(tests).every(([filter, test]) => filter === kept || test(one, choice)),
    )
  const stages = new Map<string, { key: string; name: string; count: number; at: number }>()
  for (const { standing } of besides('stage')) {
    const { stageKey: key, stageName: name, stageIndex } = standing
    const known = stages.get(key) ?? { key, name, count: 0, at: stageIndex < 0 ? Infinity : stageIndex }
    stages.set(key, { ...known, count: known.count + 1 })
  }
  return {
    reasons: tally(attentionReasons, besides('reason'), ({ reasons }) => reasons.map(({ reason }) => reason)),
    recommendations: tally(recommendations, besides('recommendation'), ({ standing }) => [
      standing.recommendation,
    ]),
    stages: [...stages.values()]
      .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
      .map(({ at: _at, ...stage }) => stage),
  }
}

function tally<T extends string>(keys: readonly T[], cases: readonly Case[], of: (one: Case) => T[]) {
  return keys
    .map((key) => ({ key, count: cases.filter((one) => of(one).includes(key)).length }))
    .filter(({ count }) => count > 0)
}
