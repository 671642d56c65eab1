import fc from 'fast-check'
import { species } from '@/lib/domain/observation/vocabulary'
import { stagePlaces, type Protocol, type Stage, type StageTick } from '../protocol'

/** What people write: trimmed, never empty, with quotes, emoji, line ends and right-to-left text in it. */
const said = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('5 min relaxed in "4 of 5"', 'O’Rourke’s 🐈', 'חתול על הסף', '__proto__', '</script>'),
  )
  .map((words) => words.trim() || 'treat')
const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,11}$/)
const days = fc.integer({ min: 0, max: 365 })
const ticks = fc.uniqueArray(fc.record({ key, label: said }), {
  maxLength: 3,
  selector: (tick: StageTick) => tick.key,
})

const stage = fc.record(
  {
    key,
    name: said,
    minDays: days,
    minSessionDays: days,
    targetSec: fc.integer({ min: 0, max: 86_400 }),
    reps: fc.integer({ min: 1, max: 100 }),
    place: fc.constantFrom(...stagePlaces),
    leash: fc.boolean(),
    gate: fc.boolean(),
    dose: said,
    entry: said,
    exercises: fc.array(said, { minLength: 1, maxLength: 4 }),
    advance: said,
    back: said,
    stop: said,
    signs: said,
    homework: said.map((words) => words.replace(/[.!?]/g, ',')),
    ticks,
  },
  { noNullPrototype: true },
)

/** Any protocol that is one: its keys differ, the door asks for the safety list, steps back lead back. */
export const anyProtocol: fc.Arbitrary<Protocol> = fc
  .record({
    key,
    version: fc.integer({ min: 1, max: 99 }),
    species: fc.constantFrom(...species),
    name: said,
    stages: fc.uniqueArray(stage, { minLength: 1, maxLength: 8, selector: ({ key: own }) => own }),
    alternative: fc.record({
      name: said,
      when: said,
      items: fc.array(said, { minLength: 1, maxLength: 4 }),
      review: said,
      reviewDays: fc.integer({ min: 1, max: 730 }),
    }),
    /** One draw a stage for what is optional: no set of turns, a step back further than one. */
    draws: fc.array(fc.tuple(fc.boolean(), fc.option(fc.nat(7))), { minLength: 8, maxLength: 8 }),
    restart: fc.option(fc.nat(7)),
  })
  .map(({ draws, restart, ...protocol }) => {
    const stages = protocol.stages.map((one, index): Stage => {
      const [plain, back] = draws[index] ?? [true, null]
      const { reps: _, ...withoutReps } = one
      const target = back === null || back >= index ? undefined : protocol.stages[back]
      return {
        ...(plain ? withoutReps : one),
        gate: one.gate || one.place !== 'indoor',
        ...(target && target.targetSec > 0 ? { stepBackTo: target.key } : {}),
      }
    })
    const again = restart === null ? undefined : stages[restart]
    return {
      ...protocol,
      stages,
      alternative: {
        key: freeKey(stages),
        ...protocol.alternative,
        ...(again ? { restartAt: again.key } : {}),
      },
    }
  })

const freeKey = (stages: readonly Stage[]): string => {
  const taken = new Set(stages.map(({ key: own }) => own))
  return ['XE', 'XF', 'XG', 'XH', 'XI', 'XJ', 'XK', 'XL', 'XM'].find((own) => !taken.has(own)) ?? 'XN'
}
