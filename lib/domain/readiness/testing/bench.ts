import { assess } from '../assess'
import { soonestAdvance, whatWouldChange } from '../change'
import { whatWouldRaise } from '../raise'
import { daysFrom, goodSession, inputOf } from './session-builder'

// How long an assessment takes, in milliseconds: npx tsx lib/domain/readiness/testing/bench.ts
// Aim: 500 sessions under 0.2 ms. A bench to read, not a test: machines differ.

const recordOf = (length: number) =>
  inputOf('C8', length, {
    sessions: daysFrom(1, length).map((day) =>
      goodSession(`s${day}`, day, {
        stage: 'C8',
        signs: ['sat_down', 'ears_turned'],
        trigger: day % 3 === 0,
        choice: day % 4 === 0 ? 'neutral' : 'came',
        stress: day % 7 === 0 ? 2 : 0,
      }),
    ),
  })

const bench = (name: string, rounds: number, run: () => unknown) => {
  for (let warm = 0; warm < rounds / 4; warm += 1) run()
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now()
    run()
    return performance.now() - began
  }).sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(3)
  process.stdout.write(`${name.padEnd(44)} median ${at(0.5)} ms, 95 % under ${at(0.95)} ms\n`)
}

for (const length of [20, 100, 500]) {
  const input = recordOf(length)
  bench(`assess, ${length} sessions`, 2000, () => assess(input))
  bench(`what would change and raise, ${length} sessions`, 60, () => [
    whatWouldChange(input),
    whatWouldRaise(input),
    soonestAdvance(input),
  ])
}
