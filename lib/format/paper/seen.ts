import type { SeenAtVisit } from '@/lib/domain/note/summary'
import { duration } from '../duration'
import { text } from '../text'

const latencies = ['latencyApproachSec', 'latencyEatSec', 'latencyStepSec'] as const
const durations = ['longestCalmSec', 'recoverySec'] as const

type Timed = Pick<SeenAtVisit, (typeof latencies)[number] | (typeof durations)[number] | 'trialsOk'>

/** The times of a visit, each with what it is of. Unknown is left out. */
export function timesSeen(seen: Timed): [string, string][] {
  const t = text('summary')
  const rows = [
    ...latencies.map((key) => [
      key,
      seen[key] === undefined ? '' : t('after', { time: duration(seen[key]) }),
    ]),
    ...durations.map((key) => [key, seen[key] === undefined ? '' : duration(seen[key])]),
    ['trialsOk', seen.trialsOk === undefined ? '' : t('ofFive', { n: seen.trialsOk })],
  ] as [string, string][]
  return rows.flatMap(([key, shown]): [string, string][] => (shown ? [[t(key), shown]] : []))
}
