import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { exportText } from '@/lib/domain/protocol/interchange'
import { catHarnessLeash } from '@/lib/domain/protocol/library'
import { stageDefaults } from '@/lib/domain/protocol/stage-form'
import { draftHeadSchema, stageFormSchema } from '@/lib/domain/protocol/forms'
import { draftPage, protocolPage, protocolShelf, publishedProtocol } from '../protocol'
import {
  addStage,
  discardDraft,
  moveStage,
  removeStage,
  saveDraftHead,
  saveStage,
  writeProtocol,
} from '../protocol-draft'
import { importProtocol, publishDraft } from '../protocol-publish'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

/** A draft of the target's own, for a stranger to reach for. */
const draftOf = async ({ world }: Parameters<StrangerCase>[1]): Promise<string> => {
  const made = await writeProtocol(world.boss, { protocolId: world.protocols.cat, as: 'copy' }, now)
  if (!made.ok) throw new Error(made.reason)
  return made.value.draftId
}
const onDraft =
  (tryIt: (stranger: Parameters<StrangerCase>[0], draftId: string) => Promise<unknown>): StrangerCase =>
  async (stranger, target) =>
    tryIt(stranger, await draftOf(target))
const stage = catHarnessLeash.stages[3]

export const protocols: Record<string, StrangerCase> = {
  // Every practice has what is shipped; a stranger must not see a draft or a plan of the target in it.
  protocolShelf: async (stranger, target) => {
    await draftOf(target)
    const shelf = await protocolShelf(stranger)
    return shelf.filter(({ draft, versions }) => draft || versions.some(({ running }) => running > 0))
  },
  protocolPage: (stranger, { world }) => protocolPage(stranger, world.protocols.cat),
  publishedProtocol: (stranger, { world }) => publishedProtocol(stranger, world.protocols.cat),
  draftPage: onDraft((stranger, draftId) => draftPage(stranger, draftId)),
  writeProtocol: (stranger, { world }) =>
    writeProtocol(stranger, { protocolId: world.protocols.cat, as: 'copy' }, now),
  saveDraftHead: onDraft((stranger, draftId) =>
    saveDraftHead(
      stranger,
      draftHeadSchema.parse({
        ...{ draftId, version: 1, name: 'Mine', key: 'mine' },
        alternative: { key: 'CE', name: 'Mine', reviewDays: '30' },
      }),
      now,
    ),
  ),
  saveStage: onDraft((stranger, draftId) =>
    saveStage(
      stranger,
      stageFormSchema.parse({ ...(stage && stageDefaults(stage)), draftId, version: 1, stageKey: 'C3' }),
      now,
    ),
  ),
  addStage: onDraft((stranger, draftId) =>
    addStage(stranger, { draftId, key: 'X1', name: 'Mine', after: 'C3' }, now),
  ),
  removeStage: onDraft((stranger, draftId) => removeStage(stranger, { draftId, stageKey: 'C3' }, now)),
  moveStage: onDraft((stranger, draftId) => moveStage(stranger, { draftId, stageKey: 'C3', way: 'up' }, now)),
  discardDraft: onDraft((stranger, draftId) => discardDraft(stranger, { draftId, version: 1 })),
  publishDraft: onDraft((stranger, draftId) =>
    publishDraft(stranger, { draftId, version: 1, key: 'own-cat-harness-leash' }, now),
  ),
  // Whoever may import does so at home: what counts is that the target's practice stays as it was.
  importProtocol: async (stranger) => {
    await importProtocol(stranger as MemberViewer, { text: exportText(catHarnessLeash), replace: true }, now)
    return null
  },
}
