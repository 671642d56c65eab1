import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fault } from './testing/server'
import { anyStory, Story } from './testing/story'

const runs = { numRuns: Number(process.env['DOORSTEP_RUNS'] ?? 2000) }
const holds = (fault?: Fault) => fc.property(anyStory, (steps) => new Story(fault).tell(steps))

describe('two devices and a network that drops, repeats and reorders', () => {
  test('nothing is lost, nothing comes twice, nothing is written over unseen, and "saved" is true', () => {
    fc.assert(holds(), runs)
  })

  test('whoever works on one device alone is never asked to compare', () => {
    const alone = anyStory.map((steps) => steps.map((step) => ({ ...step, at: { ...step.at, device: 0 } })))
    fc.assert(
      fc.property(alone, (steps) => {
        const story = new Story()
        story.tell(steps)
        expect(story.asked).toBe(0)
      }),
      runs,
    )
  })

  const faults: Fault[] = ['forgets what it saved', 'forgets what it refused', 'lets the last one win']
  test.each(faults)('a server that %s is found out', (fault) => {
    expect(fc.check(holds(fault), { numRuns: Math.max(4000, runs.numRuns) }).failed).toBe(true)
  })
})
