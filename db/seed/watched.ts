import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { keepTaps } from '@/lib/data/live'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { fieldsOfProposed } from '@/lib/domain/observation/live/as-form'
import type { LiveEvent } from '@/lib/domain/observation/live/event'
import { observed } from '@/lib/domain/observation/live/observed'
import { proposedSession } from '@/lib/domain/observation/live/propose'
import { keptTapsSchema } from '@/lib/domain/observation/live/schema'
import { must, type StoryClock } from './clock'
import { zone, type Tapped } from './story'

type Watching = { observationId: string; visitId: string; animalId: string }

/** Watches an animal live from `began` on; answers with the session its taps come to, as a form would send it. */
export async function watch(
  clock: StoryClock,
  viewer: MemberViewer,
  { tapped, ...watching }: Watching & { tapped: Tapped },
  began: Temporal.Instant,
) {
  const events = tapped.map(([second, tap], counter): LiveEvent => ({
    ...tap,
    ...{ id: randomUUID(), device: 'phone', counter, at: began.epochMilliseconds + second * 1000 },
  }))
  const until = began.add({ seconds: tapped.at(-1)?.[0] ?? 0 })
  const taps = keptTapsSchema.parse({ ...watching, events })
  await clock.at(until, viewer, async () => must(await keepTaps(viewer, taps, until), 'taps'))
  const seen = observed(events)
  if (!seen) throw new Error('a watched animal was never tapped')
  return fieldsOfProposed(proposedSession(seen), zone)
}
