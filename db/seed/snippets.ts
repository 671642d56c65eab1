import type { Temporal } from 'temporal-polyfill'
import { keepSnippet } from '@/lib/data/snippet'
import { snippetSchema } from '@/lib/domain/note/snippet'
import { must, type Happening, type StoryClock } from './clock'
import type { Practice } from './practice'

const kept = [
  { name: 'Calm throughout', field: 'seen', body: 'Loose throughout, ate at once, came back by choice.' },
  {
    name: 'Stiff, then fine',
    field: 'seen',
    body: 'Stiff for the first steps, then ordinary eating and moving.',
  },
  {
    name: 'Flop',
    field: 'seen',
    body: 'Lay down flat when the buckle closed. Opened it, fed, stopped for today.',
  },
  { name: 'Short is enough', field: 'letter', body: 'Short is enough. Stop while it is still fun.' },
  { name: 'A step back', field: 'letter', body: 'A step back is normal, and often the quicker way.' },
  { name: 'No high place', field: 'homeGaps', body: 'No high place in the room where most happens.' },
]

/** The sentences Mairi was tired of typing. */
export function snippets(practice: Practice, clock: StoryClock, at: Temporal.Instant): Happening[] {
  const { mairi } = practice.staff
  return kept.map((words) => ({
    at,
    what: 'keeps a snippet',
    run: async () => {
      await clock.at(at, mairi, async () =>
        must(await keepSnippet(mairi, snippetSchema.parse(words), at), words.name),
      )
    },
  }))
}
