import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { snippetSchema } from '@/lib/domain/note/snippet'
import { found } from '../as-viewer'
import { keepSnippet, removeSnippet, snippetsOf } from '../snippet'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const words = { name: 'Ate at once', field: 'seen', body: 'Ate at once, tail up.' }

async function written({ world }: Target): Promise<string> {
  const kept = await keepSnippet(world.consultant, snippetSchema.parse(words), now)
  return found(kept.ok ? kept.value : undefined)
}

export const snippet: Record<string, StrangerCase> = {
  snippetsOf: async (stranger, target) => {
    await written(target)
    return snippetsOf(stranger)
  },
  keepSnippet: async (stranger, target) => {
    const id = await written(target)
    return keepSnippet(stranger as MemberViewer, snippetSchema.parse({ ...words, id, version: 1 }), now)
  },
  removeSnippet: async (stranger, target) =>
    removeSnippet(stranger as MemberViewer, { id: await written(target) }),
}
