import { flightOf } from '@/components/plan/journey-of'
import { doorIndex, type Journey, type JourneyStage } from '@/components/plan/journey'
import type { Win } from '@/lib/domain/log/wins'
import { liveEntries } from '@/lib/domain/plan/state'
import { isIntake, stageOf } from '@/lib/domain/protocol/stage'
import type { OnTheWay } from '@/lib/domain/standing/on-the-way'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'

/**
 * The way as the owner sees it: without the intake, which is no step the animal takes, and with the steps back
 * told kindly and, where wins are given, how many each step brought; of a completed plan the steps that were taken. Null while the animal has its programme indoors,
 * and when that is where it stays.
 */
export function wayOf(standing: OnTheWay, coat: string, wins: readonly Win[] = []): Journey | null {
  if (standing.status === 'enrichment' || standing.state.outcome === 'indoors') return null
  const t = text('home')
  const { animal, stages, loops = [] } = flightOf(standing, coat)
  const arrived = standing.status === 'completed'
  const walked = stages.filter(({ key, state }) => {
    const stage = stageOf(standing.protocol, key)
    return stage !== null && !isIntake(stage) && !(arrived && state === 'far')
  })
  if (walked.length === 0) return null
  return {
    animal,
    stages: walked.map(({ since: _, ...stage }) => {
      const note = noteOf(standing, stage, wins)
      return note === '' ? stage : { ...stage, note }
    }),
    loops: loops.map((loop) => ({ ...loop, label: t('way.loop') })),
  }
}

/** "3 wins and a rest": what a stage is remembered by. */
function noteOf({ entries }: OnTheWay, { key, name }: JourneyStage, wins: readonly Win[]): string {
  const t = text('home')
  const won = wins.filter(({ stageName }) => stageName === name).length
  const rests = liveEntries(entries).filter(
    ({ kind, stageKey }) => kind === 'pause' && stageKey === key,
  ).length
  return listOf([
    ...(won > 0 ? [t('way.wins', { n: won })] : []),
    ...(rests > 0 ? [t('way.rests', { n: rests })] : []),
  ])
}

/** "Moth is one step from the door": said by the place on the way alone, so that anybody may read it. */
export function placeOnTheWay(standing: OnTheWay | null, name: string): string {
  const t = text('home')
  if (!standing) return t('headline.none', { name })
  if (standing.status === 'completed')
    return text('plan')(`outcome.${standing.state.outcome ?? 'unsaid'}.headline`, { name })
  const way = wayOf(standing, '')
  if (!way) return t('headline.indoors', { name })
  const here = way.stages.findIndex(({ state }) => state === 'here')
  if (here === -1) return t('headline.intake', { name })
  const ahead = doorIndex(way.stages) - here
  if (ahead > 0) return t('headline.steps', { name, n: ahead })
  return t(ahead === 0 ? 'headline.atDoor' : 'headline.beyond', { name })
}

/** The owner's headline: a rest and the vet come before the way. */
export function headlineOf(standing: AnimalStanding | null, name: string): string {
  const t = text('home')
  if (standing?.status === 'completed') return placeOnTheWay(standing, name)
  if (standing?.why === 'vet_open') return t('headline.vet')
  if (standing?.recommendation === 'pause') return t('headline.rest', { name })
  return placeOnTheWay(standing, name)
}
